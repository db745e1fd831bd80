"""The verbs of the command line: JSON in, JSON out, for administrators and automation."""
