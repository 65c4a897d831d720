"""Decisions on record: the list with its figures, one decision, and the form that weighs it on six aims."""
