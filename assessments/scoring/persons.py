"""The score of each person on a composite: the mean of what they answered, if they answered enough of it."""

from collections.abc import Mapping
from math import ceil
from types import MappingProxyType

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from assessments.instrument import Composite, Instrument
from assessments.scoring.ballots import MISSING, Table, turned
from assessments.scoring.counting import Cut

Floats = NDArray[np.float64]

LEAST: Mapping[str, float] = MappingProxyType({"any/1": 0.0, "half/1": 1 / 2, "two-thirds/1": 2 / 3, "all/1": 1.0})
"""By missing rule, the share of a composite's items that a person must have answered; one item at least."""

POSITIVE_SAQ = 75.0
"""From here on a person agrees at least slightly (scoring key of the SAQ short form)."""


def enough(rule: str, items: int) -> int:
    """How many of `items` must be answered."""
    return max(1, ceil(LEAST[rule] * items - 1e-9))


def columns_of(instrument: Instrument, composite: Composite, table: Table) -> Table:
    """The composite's columns, turned round: `[people, items]`, column by column."""
    order = {item.id: column for column, item in enumerate(instrument.items)}
    found = np.empty((len(table), len(composite.items)), np.int8, order="F")
    for column, name in enumerate(composite.items):
        found[:, column] = turned(instrument, instrument.item(name), table[:, order[name]])
    return found


class Tally(Struct, frozen=True):
    """How many people of a group have which score: one row for each pair that occurs, those without a score left out."""

    group: NDArray[np.int64]
    score: Floats
    times: NDArray[np.int64]


def tally(columns: Table, least: int, cut: Cut) -> Tally:
    """A person's score is the mean over the items they answered, if these are `least` or more.

    Scores of a few items are few, so people are counted by what their answers add up to and how many these are.
    """
    people, items = columns.shape
    total, number = np.zeros(people, np.int16), np.zeros(people, np.int16)
    for column in columns.T:
        number += column != MISSING
        total += np.maximum(column, 0)
    kinds = (int(total.max(initial=0)) + 1) * (items + 1)
    slots = cut.groups.astype(np.int64) * kinds + total * np.int32(items + 1) + number
    at, times = _counted(slots, cut.count * kinds)
    group, kind = np.divmod(at, kinds)
    total_of, number_of = np.divmod(kind, items + 1)
    kept = number_of >= least
    return Tally(group[kept], total_of[kept] / number_of[kept], times[kept])


def _counted(slots: NDArray[np.int64], most: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Which slots occur and how often; by counting them all where that takes no more room than the people do."""
    if most > max(4 * len(slots), 1 << 20):
        return np.unique(slots, return_counts=True)
    counted = np.bincount(slots, minlength=1)
    at = np.flatnonzero(counted)
    return at, counted[at]


def pomp(mean: Floats | float, least: int, most: int) -> Floats | float:
    """Percent of the most possible: where a mean lies between the least and the most of its scale, from 0 to 100."""
    return 100 * (mean - least) / (most - least)
