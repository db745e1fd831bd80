"""What stands in the place of rows: grey rows while they come, good news when there are none."""
