"""The grammar of the tournament language."""
