"""The head and the buttons of the intake page."""
