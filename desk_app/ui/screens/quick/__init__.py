"""Entering many at once: the next person of the same item, lines of a paper ledger, emergency forms."""
