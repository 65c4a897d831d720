"""How sure a figure is: intervals of shares and means, differences of two waves, and many comparisons at once.

Everything takes numbers or arrays of them and works element by element. Levels are of confidence, 0.95 unless said. Shares
are from 0 to 1. Where nothing can be said (nobody answered, a mean of one person) the bounds are `nan`. NumPy and,
for Student's quantiles, `scipy.special` only; of the house nothing.
"""

from assessments.intervals.many import discoveries
from assessments.intervals.means import Mean, of_mean, welch
from assessments.intervals.shares import fisher, newcombe, wilson

__all__ = ["Mean", "discoveries", "fisher", "newcombe", "of_mean", "welch", "wilson"]
