"""Over the list: chips, the filter box, the order."""
