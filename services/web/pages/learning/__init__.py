"""Learning: what a unit learns and at which pace, one learning with all that came of it, the library of lessons, and what a
leader writes down for themselves."""
