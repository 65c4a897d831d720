"""Saying that something is in place, or that it is not yet: each item of the standards with its own questions."""
