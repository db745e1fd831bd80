"""The left side: chips, filter, order, and the list of cases."""
