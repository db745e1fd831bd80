"""Who stands at the counter."""
