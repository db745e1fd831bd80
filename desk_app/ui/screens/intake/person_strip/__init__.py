"""The applicant in one strip, where there is no room for a card."""
