"""How sure the share of a composite is. Its items share respondents, so people are drawn again, whole, never answers.

Percentile bootstrap over respondents, seeded: the same answers and seed give the same bounds, in whatever order people stand.
In groups of a dozen it is too narrow rather than too wide, which a page says beside it.
"""

from math import isnan, nan
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from assessments.instrument import Composite, Instrument
from assessments.scoring.ballots import MISSING, Table
from assessments.scoring.persons import columns_of

DRAWS = 1_000

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]


class Marks(NamedTuple):
    """`[people, items]` each: who answered an item of the composite positively, and who answered it."""

    positive: Bools
    valid: Bools


def marks(instrument: Instrument, composite: Composite, table: Table) -> Marks:
    columns = columns_of(instrument, composite, table)
    scales = [instrument.scale_of(instrument.item(name)) for name in composite.items]
    positive = [np.isin(column, scale.positive) for column, scale in zip(columns.T, scales, strict=True)]
    return Marks(np.array(positive).T, columns != MISSING)


def composite_share(told: Marks, seed: int, level: float = 0.95) -> tuple[float, float, float]:
    """The unweighted mean of the items' shares of positive answers, from 0 to 1, and its bounds.

    An item nobody answered is left out; `nan` where nobody answered any, and bounds for one person are `nan`.
    """
    share = _share(told)
    if len(told.valid) < 2 or isnan(share):
        return share, nan, nan
    low, high = np.nanpercentile(_drawn(told, seed), _ends(level))
    return share, float(low), float(high)


def composite_shift(now: Marks, before: Marks, seed: int, level: float = 0.95) -> tuple[float, float, float]:
    """The difference of that share between two waves of independent people, and its bounds."""
    difference = _share(now) - _share(before)
    if min(len(now.valid), len(before.valid)) < 2 or isnan(difference):
        return difference, nan, nan
    low, high = np.nanpercentile(_drawn(now, seed) - _drawn(before, seed + 1), _ends(level))
    return difference, float(low), float(high)


def _share(told: Marks) -> float:
    return float(_shares(told.positive.sum(axis=0), told.valid.sum(axis=0)))


def _ends(level: float) -> tuple[float, float]:
    return 50 * (1 - level), 50 * (1 + level)


def _shares(positive: NDArray[Any], valid: NDArray[Any]) -> Floats:
    """Mean over the last axis of `positive / valid`, over items that were answered."""
    here = valid > 0
    each = np.divide(positive, valid, out=np.zeros(here.shape), where=here)
    with np.errstate(invalid="ignore", divide="ignore"):
        found: Floats = each.sum(axis=-1) / here.sum(axis=-1)
    return found


def _drawn(of: Marks, seed: int) -> Floats:
    """The share in each of DRAWS draws of as many people as there are."""
    people, items = of.valid.shape
    told = np.concatenate(of, axis=1)
    told = told[np.lexsort(told.T)]  # the order people stand in must not matter
    chance = np.random.Generator(np.random.PCG64(seed))
    found = np.empty(DRAWS)
    block = max(1, 4_000_000 // people)
    for start in range(0, DRAWS, block):
        draws = min(block, DRAWS - start)
        drawn = (
            chance.integers(0, people, (draws, people), dtype=np.int32)
            + np.arange(draws, dtype=np.int32)[:, None] * people
        )
        times = np.bincount(drawn.ravel(), minlength=draws * people).reshape(draws, people)
        sums = times.astype(np.float32) @ told.astype(np.float32)
        found[start : start + draws] = _shares(sums[:, :items], sums[:, items:])
    return found
