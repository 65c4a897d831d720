"""An issue: what happens next, who held the ball and for how long, what was said, promised and answered."""
