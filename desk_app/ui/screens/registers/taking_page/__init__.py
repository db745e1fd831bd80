"""Taking over an old ledger: which file, which column is what, what is wrong, and what was taken before."""
