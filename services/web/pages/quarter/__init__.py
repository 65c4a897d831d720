"""What a unit, and the hospital, promised themselves for the quarter."""
