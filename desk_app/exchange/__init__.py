"""Files in, domain values out, and back: spreadsheets, catalogues, calendars, signed packages."""
