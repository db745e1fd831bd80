"""Which items a site offers, and in which mode: in settings and in the first run."""
