"""Specifications in the cells of a notebook: `%load_ext mfc`, then `%%mfc`."""
