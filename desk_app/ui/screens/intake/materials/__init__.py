"""The paper list of the intake: rows, their five-part switch, and the keys that set it."""
