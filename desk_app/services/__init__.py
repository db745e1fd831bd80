"""Use cases: one public function is one transaction and returns domain values."""
