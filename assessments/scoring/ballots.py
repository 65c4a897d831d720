"""Answers as numbers: `[people, items]`, eight bits each, column by column, -1 for missing, as they were given."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from assessments.instrument import Answers, Instrument, Item

Table = NDArray[np.int8]
MISSING = -1


def tabulated(instrument: Instrument, many: Sequence[Answers]) -> Table:
    """One row per person, one column per item; what does not apply, was not asked or left blank is missing."""
    found = np.full((len(many), len(instrument.items)), MISSING, np.int8, order="F")
    for column, item in enumerate(instrument.items):
        away = instrument.scale_of(item).away
        gone = away.value if away else None
        found[:, column] = [
            MISSING if (answer := one.get(item.id)) is None or answer == gone else answer for one in many
        ]
    return found


def turned(instrument: Instrument, item: Item, column: Table) -> Table:
    """A column in the direction of its scale: x' = least + most - x where the item is worded the other way."""
    if not item.reverse:
        return column
    scale = instrument.scale_of(item)
    return np.where(column == MISSING, MISSING, scale.least + scale.most - column).astype(np.int8)


def answered(table: Table) -> NDArray[np.bool_]:
    """Who answered at least one item: a ballot that counts as returned."""
    found: NDArray[np.bool_] = (table != MISSING).any(axis=1)
    return found


def straight_lined(instrument: Instrument, table: Table) -> NDArray[np.bool_]:
    """Who gave one answer to all of five items or more, some of them worded the other way: noted, never dropped."""
    ways = {item.reverse for item in instrument.items}
    if len(instrument.items) < 5 or len(ways) < 2:
        return np.zeros(len(table), bool)
    found: NDArray[np.bool_] = (table == table[:, :1]).all(axis=1) & (table[:, 0] != MISSING)
    return found
