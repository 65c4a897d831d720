"""Means: Student's interval of one, Welch's of the difference of two independent groups."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


def _quantile(freedom: ArrayLike, level: float) -> Floats:
    """Of Student's distribution: how far from the middle a share of `level` lies, both tails left out."""
    from scipy.special import stdtrit  # noqa: PLC0415 - a quarter of a second, which every `heard` at the terminal would pay

    found: Floats = stdtrit(freedom, (1 + level) / 2)
    return found


def of_mean(mean: ArrayLike, sd: ArrayLike, n: ArrayLike, level: float = 0.95) -> tuple[Floats, Floats]:
    """Bounds of a mean from its standard deviation (n - 1 below); `nan` for fewer than two persons."""
    middle, spread, count = (np.asarray(one, float) for one in (mean, sd, n))
    with np.errstate(invalid="ignore", divide="ignore"):
        half = np.where(count > 1, _quantile(np.maximum(count - 1, 1), level) * spread / np.sqrt(count), np.nan)
    return middle - half, middle + half


class Mean(NamedTuple):
    """Of one group: mean, standard deviation (n - 1 below) and how many people."""

    mean: ArrayLike
    sd: ArrayLike
    n: ArrayLike


def welch(now: Mean, before: Mean, level: float = 0.95) -> tuple[Floats, Floats, Floats]:
    """The difference of two independent means and its bounds, with degrees of freedom by Welch and Satterthwaite."""
    mean1, sd1, n1, mean2, sd2, n2 = (np.asarray(one, float) for one in (*now, *before))
    with np.errstate(invalid="ignore", divide="ignore"):
        part1, part2 = sd1**2 / n1, sd2**2 / n2
        within = part1**2 / (n1 - 1) + part2**2 / (n2 - 1)
        freedom = np.where(within > 0, (part1 + part2) ** 2 / within, n1 + n2 - 2)
        half = np.where((n1 > 1) & (n2 > 1), _quantile(freedom, level) * np.sqrt(part1 + part2), np.nan)
    return mean1 - mean2, mean1 - mean2 - half, mean1 - mean2 + half
