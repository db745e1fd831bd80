"""How far a batch is, as four steps."""
