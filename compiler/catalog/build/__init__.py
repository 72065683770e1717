"""Make the catalog's data from the installed libraries: `python -m mfc.catalog.build`."""
