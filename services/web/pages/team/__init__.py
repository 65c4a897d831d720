"""Who belongs to a unit, in which role, since when."""
