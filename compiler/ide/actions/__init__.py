"""What an editor can do to a text at the user's word, one kind of change a file."""
