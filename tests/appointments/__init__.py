"""Rounds and meetings in the calendars of those who come."""
