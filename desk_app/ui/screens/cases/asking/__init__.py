"""The strip that asks what for: a look at full numbers, an acceptance taken back."""
