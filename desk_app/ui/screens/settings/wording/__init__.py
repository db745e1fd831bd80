"""What the papers say: a site's own words, and the sample paper beside them."""
