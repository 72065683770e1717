"""Completion: from the grammar, the catalog, the declared names and the files."""
