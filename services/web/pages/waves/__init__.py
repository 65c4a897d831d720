"""Waves of the whole hospital: where each stands, and what it found, unit beside unit."""
