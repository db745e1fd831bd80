"""What happened to a case, entry by entry, in words."""
