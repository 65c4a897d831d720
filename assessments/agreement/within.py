"""Do the people of a unit agree? r_wg(j): how much less they differ than people who answered at random.

James, Demaree and Wolf 1984. "At random" is a choice: evenly over all answers (lenient), or leaning a little to one side. Both
are offered and named. Agreement worse than random is 0; of one person there is none.
"""

from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from assessments.agreement.not_computable import NotComputable

Floats = NDArray[np.float64]

SLIGHT_SKEW = MappingProxyType({5: 1.34})
"""Variance of answers that lean a little, by the number of answers (LeBreton and Senter 2008)."""


def uniform(options: int) -> float:
    """The variance of answers spread evenly over `options` of them."""
    return (options**2 - 1) / 12


def slight_skew(options: int) -> float | NotComputable:
    """Known for five answers only."""
    return SLIGHT_SKEW.get(options, NotComputable("no_null"))


def within_groups(variances: Floats, at_random: float) -> Floats:
    """r_wg(j) per group from the item variances `[groups, items]` (n - 1 below, over whoever answered the item).

    `nan` where no item was answered by two people.
    """
    known = ~np.isnan(variances)
    items = known.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        share = np.where(known, variances, 0).sum(axis=1) / items / at_random
        found = items * (1 - share) / (items * (1 - share) + share)
    return np.where(share > 1, 0.0, found)
