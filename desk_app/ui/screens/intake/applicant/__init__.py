"""The applicant's card."""
