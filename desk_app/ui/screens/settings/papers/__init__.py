"""Which printer, what size, how many copies, for each kind of paper: in settings and in the first run."""
