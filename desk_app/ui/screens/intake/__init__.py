"""Intake (收件): one citizen, one item, one page, and what will come of it."""
