"""Catalog and content → every page of the site; what stands as it was planned last is not planned again."""
