"""Asked in place before a register leaves: as what, where to, masked or why not."""
