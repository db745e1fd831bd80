"""The customer's screen: a second window in which the citizen confirms, signs and rates."""
