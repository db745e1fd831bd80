"""Pure rules of the service counter: no clock, no input or output of their own."""
