"""Reusable widgets. They know looks and words they are given, and nothing of cases or items."""
