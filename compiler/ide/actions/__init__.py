"""Code actions, one kind per file."""
