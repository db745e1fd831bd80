"""Settings of the desk and the site. Values and parts that the first run asks for too live here."""
