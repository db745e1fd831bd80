"""The right side: one case, its history, its papers, and what comes next."""
