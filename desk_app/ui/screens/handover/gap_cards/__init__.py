"""The cards of what differs."""
