"""Setting a new password: in the first run, with the recovery sheet, and for colleagues."""
