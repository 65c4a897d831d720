"""Figures of a unit or of the hospital: how long things take, what reaches people, how the five duties of a partner are
carried; behind each its definition, its curve and the things it counts."""
