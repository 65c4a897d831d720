"""All, or nobody, of a small group says of each of its people what they answered. So the ends are told as a range."""

from typing import Literal

from msgspec import Struct

SMALL = 30
"""Below so many people the ends are not told."""


Bound = Literal["", "at_most", "at_least"]


class Shown(Struct, frozen=True):
    """A figure as it may be read: itself, or no more (`at_most`) or no less (`at_least`) than it."""

    value: float
    bound: Bound = ""


def share_shown(positive: int, n: int) -> Shown:
    """In percent. In a small group nobody and one person look alike, and so do all and all but one."""
    if n >= SMALL or 1 < positive < n - 1:
        return Shown(100 * positive / n)
    return Shown(100 / n, "at_most") if positive <= 1 else Shown(100 * (n - 1) / n, "at_least")


def mean_shown(mean: float, n: int, least: float, most: float) -> Shown:
    """Within one answer of an end of the scale it might be everybody's answer; then it is told as that far from the end."""
    step = 2 / n
    if n >= SMALL or least + step < mean < most - step:
        return Shown(mean)
    return Shown(least + step, "at_most") if mean <= least + step else Shown(most - step, "at_least")
