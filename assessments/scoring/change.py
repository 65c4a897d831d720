"""From one wave to the next. Anonymous waves are of independent people: nobody is paired with themselves.

"Rose" or "fell" only if the interval of the difference leaves zero out and the difference is large enough to matter.
"""

from math import isnan
from typing import Literal

from msgspec import Struct

from assessments.intervals import Mean, newcombe, welch

Verdict = Literal["rose", "fell", "too_small_to_matter", "not_distinguishable", "not_computable"]

PRACTICAL = 5.0
"""Points of a hundred from which a difference is spoken of; a convention, not a law of nature."""


class Change(Struct, frozen=True):
    """In points of a hundred, with bounds."""

    difference: float
    low: float
    high: float
    verdict: Verdict


def verdict(difference: float, low: float, high: float, practical: float = PRACTICAL) -> Verdict:
    """All four on one scale; `nan` bounds say nothing."""
    if isnan(low) or isnan(high):
        return "not_computable"
    if low <= 0 <= high:
        return "not_distinguishable"
    if abs(difference) < practical:
        return "too_small_to_matter"
    return "rose" if difference > 0 else "fell"


def share_changed(positive: int, n: int, before: int, n_before: int, practical: float = PRACTICAL) -> Change:
    """Of a share of positive answers, from `before` out of `n_before` to `positive` out of `n`."""
    difference, low, high = (100 * float(one) for one in newcombe(positive, n, before, n_before))
    return Change(difference, low, high, verdict(difference, low, high, practical))


def mean_changed(now: Mean, before: Mean, practical: float = PRACTICAL) -> Change:
    """Of a mean on a scale from 0 to 100."""
    difference, low, high = map(float, welch(now, before))
    return Change(difference, low, high, verdict(difference, low, high, practical))
