"""Instruments of the hospital's own, published."""
