"""The head of a case: what it is, its number, its lamp, its code."""
