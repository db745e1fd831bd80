"""The register itself: which one, its lines, its figures."""
