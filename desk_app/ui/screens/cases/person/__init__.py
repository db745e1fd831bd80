"""Who applies: masked, and in full while that is on record."""
