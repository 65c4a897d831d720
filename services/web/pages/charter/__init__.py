"""The charter of a unit's project, with its gaps: each has an owner and a day."""
