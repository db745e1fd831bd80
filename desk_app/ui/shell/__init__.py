"""The frame round every screen: rail, command bar, lanes, hint bar, toasts, the overlay of keys, scans."""
