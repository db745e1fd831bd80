"""Hardware behind one Protocol each; everything works with none of it."""
