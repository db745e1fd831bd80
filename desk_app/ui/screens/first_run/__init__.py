"""The first run: what the site is, who uses it, what is done here, how it prints. Saved page by page."""
