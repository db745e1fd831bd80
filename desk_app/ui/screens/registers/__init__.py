"""台账: registers of a month, their figures, their way out, and old ledgers on their way in."""
