"""The desk_app tree repeated, plus the rules of the house (test_architecture.py)."""
