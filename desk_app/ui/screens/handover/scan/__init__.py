"""The field that is scanned into."""
