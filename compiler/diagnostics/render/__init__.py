"""How diagnostics are shown: one form a file."""
