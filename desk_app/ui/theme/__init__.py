"""Looks: tokens, palette, one style sheet, icons, lamps, fonts. The only place that names a colour."""
