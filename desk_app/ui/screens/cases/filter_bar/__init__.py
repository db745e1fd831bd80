"""Over the list: chips and the filter box."""
