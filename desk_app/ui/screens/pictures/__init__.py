"""The pictures of one case: slots at the left, the sheet at the right."""
