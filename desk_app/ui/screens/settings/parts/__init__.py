"""The decisions of the settings, a part for each group of sections."""
