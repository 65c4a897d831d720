"""Shares: Wilson's interval of one, Newcombe's of a difference of two, Fisher's exact test of a small table."""

from math import comb
from statistics import NormalDist

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


def wilson(positive: ArrayLike, n: ArrayLike, level: float = 0.95) -> tuple[Floats, Floats]:
    """Lower and upper bound of a share, each from 0 to 1 (Wilson 1927; method 3 of Newcombe 1998). `nan` where n is 0."""
    counted, out_of = np.asarray(positive, float), np.asarray(n, float)
    z = NormalDist().inv_cdf((1 + level) / 2)
    with np.errstate(invalid="ignore", divide="ignore"):
        share = counted / out_of
        middle = (share + z * z / (2 * out_of)) / (1 + z * z / out_of)
        half = z * np.sqrt(share * (1 - share) / out_of + (z / (2 * out_of)) ** 2) / (1 + z * z / out_of)
    low = np.where(counted == 0, np.where(out_of == 0, np.nan, 0.0), middle - half)
    high = np.where((counted == out_of) & (out_of > 0), 1.0, middle + half)
    return low, high


def newcombe(
    positive: ArrayLike, n: ArrayLike, before: ArrayLike, n_before: ArrayLike, level: float = 0.95
) -> tuple[Floats, Floats, Floats]:
    """`positive / n - before / n_before`, of independent groups, and its bounds (Newcombe 1998, method 10)."""
    low1, high1 = wilson(positive, n, level)
    low2, high2 = wilson(before, n_before, level)
    with np.errstate(invalid="ignore", divide="ignore"):
        share1 = np.asarray(positive, float) / np.asarray(n, float)
        share2 = np.asarray(before, float) / np.asarray(n_before, float)
    difference = share1 - share2
    down = np.sqrt((share1 - low1) ** 2 + (high2 - share2) ** 2)
    up = np.sqrt((high1 - share1) ** 2 + (share2 - low2) ** 2)
    return difference, difference - down, difference + up


def fisher(a: int, b: int, c: int, d: int) -> tuple[float, float]:
    """Fisher's exact test of the table ((a, b), (c, d)): two-sided p, and one-sided p that `a` is this large or larger.

    Two-sided adds every table that is no more likely than the one seen. Counted in whole numbers, so ties are ties.
    """
    row, other, column = a + b, c + d, a + c
    ways = {x: comb(row, x) * comb(other, column - x) for x in range(max(0, column - other), min(row, column) + 1)}
    every = sum(ways.values())
    return sum(w for w in ways.values() if w <= ways[a]) / every, sum(w for x, w in ways.items() if x >= a) / every
