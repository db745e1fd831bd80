"""A program of its own, for a 32-bit Python: asks the maker's library and answers JSON lines."""
