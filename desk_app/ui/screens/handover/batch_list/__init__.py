"""The list of batches at the left."""
