"""Where a bag goes, and how; its manifest before it is printed."""
