"""What a clerk sees. Knows the domain's values; storing, printing and the clock are handed in by app.py."""
