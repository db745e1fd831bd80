"""Originals over the counter: the strip that asks into whose hands one goes."""
