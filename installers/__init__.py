"""Setting up a machine: the environment, the system libraries and the fonts. Standard library only."""
