"""How far a share may lie from that of all by chance alone, for places of unlike size (Spiegelhalter 2005): the normal limits
of a binomial share at 95 %, and no ranking."""

from collections.abc import Sequence
from math import erfc, sqrt

from msgspec import Struct

Z = 1.959963984540054
SMALLEST = 5
"""Smaller places are not drawn: nearly anything lies within their bounds."""


class Limits(Struct, frozen=True):
    """For a place of that size, in percent."""

    whole: int
    low: float
    high: float


def limits(middle: float, whole: int) -> Limits:
    """`middle` is the share of all, from 0 to 1."""
    half = Z * sqrt(middle * (1 - middle) / whole)
    return Limits(whole, 100 * max(0.0, middle - half), 100 * min(1.0, middle + half))


def bounds(middle: float, largest: int, steps: int = 24) -> tuple[Limits, ...]:
    """From the smallest place to the largest, closer together where they bend."""
    sizes = sorted({SMALLEST, largest, *(SMALLEST + (largest - SMALLEST) * n * n // steps**2 for n in range(steps))})
    return tuple(limits(middle, whole) for whole in sizes)


def is_beyond(part: int, whole: int, middle: float) -> bool:
    found = limits(middle, whole)
    return not found.low <= 100 * part / whole <= found.high


def chance(part: int, whole: int, middle: float) -> float:
    """How often chance alone would bring a share that far from that of all, or farther, by the same normal limits; 1.0 where
    all or nobody agree anyway."""
    spread = sqrt(middle * (1 - middle) / whole)
    return 1.0 if spread == 0 else erfc(abs(part / whole - middle) / spread / sqrt(2))


def share_of_all(counts: Sequence[tuple[int, int]]) -> float | None:
    """From pairs of part and whole; None of nothing."""
    whole = sum(pair[1] for pair in counts)
    return sum(pair[0] for pair in counts) / whole if whole else None
