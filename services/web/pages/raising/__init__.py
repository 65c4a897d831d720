"""Speak up: where, what, send. Everything else may be left as it is."""
