"""A card with which to answer, for whoever works where it is asked."""
