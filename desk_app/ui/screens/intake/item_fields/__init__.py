"""What an item asks beyond the person."""
