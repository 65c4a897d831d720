"""What a unit, or the hospital, measures: run charts, reviews of the figures, and which goals are truly measured."""
