"""The terminal, as people type at it."""
