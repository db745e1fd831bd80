"""What will come of it: outcome, due date, what is missing, and the paper."""
