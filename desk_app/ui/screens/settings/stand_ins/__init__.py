"""AB岗: who stands in for whom, and till when."""
