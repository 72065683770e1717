"""What a tree means, and everything that is wrong with it."""
