"""What can be done now: one primary button, and what stands beside it."""
