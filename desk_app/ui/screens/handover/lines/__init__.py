"""The table of the batch."""
