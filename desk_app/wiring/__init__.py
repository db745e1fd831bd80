"""The composition root, continued: which service stands behind which wish of a screen."""
