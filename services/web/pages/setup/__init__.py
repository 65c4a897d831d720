"""Set-up: the units, the people and their roles, and the way to the import."""
