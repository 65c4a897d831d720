"""Privileged: what counsel has set apart, since when, by whom and why; and what is so by default. Its readers alone find it."""
