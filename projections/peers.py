"""Where does a hospital stand among others? Reckoned from what each hands on: counts of figures, never a word and no unit. Of
fewer than five hospitals nothing is said, nor of one whose counts are too small; no hospital is named and none is ranked."""

from collections.abc import Iterable, Mapping
from statistics import quantiles
from typing import Literal

from msgspec import Struct

from projections.share import Share
from workflows.kernel.moments import Day

FEWEST = 5
"""Hospitals of which a figure speaks at least."""
LEAST = 10
"""Things a hospital's figure counts at least, to stand among others."""
STEP = 5
"""Percent to which what is said of several hospitals is rounded, so that it is nobody's number."""

Place = Literal["below", "within", "above", "not_said"]


class Handed(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a hospital hands on: its short name, the day, and each figure over the four quarters up to it."""

    hospital: str
    day: Day
    figures: dict[str, Share]


class Among(Struct, frozen=True):
    """A figure of several hospitals in percent: the middle one, and between which bounds the middle half lies."""

    hospitals: int
    low: int
    middle: int
    high: int


def among(handed: Iterable[Handed]) -> Mapping[str, Among | None]:
    """By figure; None where too few hospitals have enough to count. What a hospital handed on last counts."""
    latest = {one.hospital: one for one in sorted(handed, key=lambda one: one.day)}
    keys = dict.fromkeys(key for one in latest.values() for key in one.figures)
    return {key: _among([one.figures[key] for one in latest.values() if key in one.figures]) for key in keys}


def _among(shares: Iterable[Share]) -> Among | None:
    found = sorted(100 * one.part / one.whole for one in shares if one.whole >= LEAST)
    if len(found) < FEWEST:
        return None
    low, middle, high = (STEP * round(one / STEP) for one in quantiles(found, n=4, method="inclusive"))
    return Among(len(found), low, middle, high)


def place(own: Share | None, others: Among | None) -> Place:
    """Where a hospital's own number lies: in the middle half, or outside of it."""
    if own is None or others is None or own.whole < LEAST:
        return "not_said"
    percent = 100 * own.part / own.whole
    return "below" if percent < others.low else "above" if percent > others.high else "within"
