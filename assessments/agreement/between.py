"""Do units differ more than their people do? One-way analysis of variance of a person's score by unit (Bliese 2000)."""

from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from assessments.agreement.not_computable import NotComputable

Floats = NDArray[np.float64]

LEAST_GROUPS = 10
"""From so many units on ICC(2) is shown; below, it swings too much to say anything."""


class Icc(Struct, frozen=True):
    """`one` = share of variance that lies between units, may be negative; `two` = reliability of unit means."""

    one: float
    two: float
    groups: int

    @property
    def two_is_shown(self) -> bool:
        return self.groups >= LEAST_GROUPS


def icc(
    scores: Floats, groups: NDArray[np.integer[Any]], count: int, times: NDArray[np.int64] | None = None
) -> Icc | NotComputable:
    """ICC(1) and ICC(2) of scores in groups numbered from 0 to `count` - 1; empty groups are none.

    `times` says how many people of that group have that score, one each unless said. The size of a group is the arithmetic
    mean N / k, as in the R package multilevel; the correction for unequal sizes (n0) differs slightly and is not used.
    """
    weight = np.ones(len(scores)) if times is None else times.astype(float)
    n = np.bincount(groups, weights=weight, minlength=count)
    k, total = int((n > 0).sum()), int(n.sum())
    if k < 2:
        return NotComputable("too_few_groups")
    if total <= k:
        return NotComputable("too_few_people")
    apart = scores - float((weight * scores).sum()) / total
    means = np.bincount(groups, weights=weight * apart, minlength=count) / np.maximum(n, 1)
    between = float((n * means**2).sum()) / (k - 1)
    within = float((weight * (apart - means[groups]) ** 2).sum()) / (total - k)
    if between <= 1e-12 or between + within <= 1e-12:
        return NotComputable("no_spread")
    return Icc((between - within) / (between + (total / k - 1) * within), (between - within) / between, k)
