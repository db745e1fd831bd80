"""The faces of the customer's screen, each a page of its window."""
