"""What may be written at the cursor: from the grammar, the catalog, the names and the files."""
