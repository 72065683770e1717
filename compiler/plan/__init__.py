"""The resolved tournament, as the templates see it."""
