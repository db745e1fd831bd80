"""Which stretch of time, and what can be done with the register."""
