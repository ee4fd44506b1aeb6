"""Room 5: catalog → feeds and data files; one module per format."""
