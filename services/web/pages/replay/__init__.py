"""A unit replayed: any day of it, as it was known then and as it was, and what changed that day."""
