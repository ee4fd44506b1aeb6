"""What pages and exports share: names resolved, rows, facets, calendar buckets."""
