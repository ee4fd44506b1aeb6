"""What all listings share: rows, calendar buckets, facets."""
