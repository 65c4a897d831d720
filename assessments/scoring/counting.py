"""How the answers to each item fall in each group, counted once; shares, means and variances follow from it."""

from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from assessments.instrument import Instrument
from assessments.scoring.ballots import Table, turned

Floats = NDArray[np.float64]
Counts = NDArray[np.int64]


class Cut(Struct, frozen=True):
    """Which of `count` groups, numbered from 0, each row belongs to; a group may be empty."""

    groups: NDArray[np.integer[Any]]
    count: int

    @classmethod
    def everybody(cls, people: int) -> "Cut":
        """All in one group."""
        return cls(np.zeros(people, np.int32), 1)


class Falls(Struct, frozen=True):
    """`by_item[i][group, answer]` counts raw answers in the order of the options; the rest speaks of answers turned round.

    `[groups, items]` each: `valid` answers, `positive` ones, their `mean` and `variance` (n - 1 below; `nan` below two).
    """

    by_item: tuple[Counts, ...]
    valid: Counts
    positive: Counts
    mean: Floats
    variance: Floats


def fall(instrument: Instrument, table: Table, cut: Cut) -> Falls:
    """The answers of each group to each item."""
    shape = (cut.count, len(instrument.items))
    by_item: list[Counts] = []
    valid, positive = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    mean, variance = np.full(shape, np.nan), np.full(shape, np.nan)
    slots = _Slots(cut)
    for column, item in enumerate(instrument.items):
        scale = instrument.scale_of(item)
        counted = slots.counted(table[:, column], scale.most)[:, list(scale.values)]
        values = turned(instrument, item, np.array(scale.values, np.int8)).astype(float)
        n = counted.sum(axis=1)
        by_item.append(counted)
        valid[:, column] = n
        positive[:, column] = counted[:, np.isin(values, scale.positive)].sum(axis=1)
        with np.errstate(invalid="ignore", divide="ignore"):
            mean[:, column] = middle = counted @ values / n
            squares = (counted * (values - middle[:, None]) ** 2).sum(axis=1)
            variance[:, column] = np.where(n > 1, squares / (n - 1), np.nan)
    return Falls(tuple(by_item), valid, positive, mean, variance)


class _Slots:
    """Where each person's answers are counted, kept from one item to the next while scales are equally wide."""

    def __init__(self, cut: Cut) -> None:
        self._groups, self._count, self._width = cut.groups, cut.count, 0
        self._first = np.zeros(0, np.int64)

    def counted(self, column: Table, most: int) -> Counts:
        """`[groups, answers from 0 to most]`; the slot before them takes the missing."""
        width = most + 2
        if width != self._width:
            self._width, self._first = width, self._groups.astype(np.int64) * width + 1
        found = np.bincount(self._first + column, minlength=self._count * width)
        return found.reshape(self._count, width)[:, 1:]
