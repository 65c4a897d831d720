"""Respect: what was reported, with whom it lies, by when; and reporting it. Its readers alone find the place."""
