"""Questions and troubles, at the top of the page where they belong."""
