"""Instruments out into other forms and back."""
