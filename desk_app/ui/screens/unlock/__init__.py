"""The lock page: who is at the keyboard, and the password that opens the store."""
