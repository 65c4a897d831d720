"""What some facts change, resolved in memory: a row born and gone again within the batch is written once, closed."""

import msgspec

from projections.lives import Projection, Stint
from projections.telling import Change, Life
from services.reader.interval_tree import fork
from workflows.kernel.moments import DAY, Moment

HOUR = DAY // 24

Stored = list[object]
"""A row of a projection's table: its columns in the order `tables` declares them, without the hospital."""

Closing = tuple[int, int, int]
"""died, node, id."""

_encode = msgspec.json.Encoder().encode


def hour_of(moment: Moment) -> int:
    """Hours since 1970, at least 1: what happened time is filed by."""
    return max(1, moment // HOUR)


class Batch:
    """Rows to insert and rows to close, by projection. `changes` counts every version that came or went."""

    def __init__(self, projections: tuple[Projection, ...]) -> None:
        self.born: dict[str, dict[int, Stored]] = {projection.name: {} for projection in projections}
        self.died: dict[str, list[Closing]] = {projection.name: [] for projection in projections}
        self.changes = 0

    def add(self, change: Change, seq: int) -> None:
        """What the fact at `seq` changed in one projection."""
        name, columns = change.projection.name, change.projection.columns
        born, died = self.born[name], self.died[name]
        for life in change.died:
            self._close(life, seq, born, died)
        for life in change.born:
            born[life.id] = _stored(life, columns)
        self.changes += len(change.died) + len(change.born)

    def _close(self, life: Life, seq: int, born: dict[int, Stored], died: list[Closing]) -> None:
        node = _past_node(life.stint) or fork(life.born, seq - 1)
        pending = born.get(life.id)
        if pending is None:
            died.append((seq, node, life.id))
        else:
            pending[_DIED], pending[_NODE] = seq, node


_DIED, _NODE = -6, -5
"""Where a stored row keeps them, counted from its end."""


def _stored(life: Life, columns: tuple[str, ...]) -> Stored:
    stint = life.stint
    row = stint.row
    return [
        life.id,
        stint.stream,
        *[getattr(row, column) or "" for column in columns],
        stint.began,
        stint.ended,
        life.id >> 20,
        None,
        _past_node(stint),
        stint.begun_by,
        stint.ended_by,
        stint.name,
        _encode(row),
    ]


def _past_node(stint: Stint) -> int | None:  # type: ignore[type-arg] # of any row
    """Where a stint that has ended is filed; None for one that is so now."""
    return None if stint.ended is None else fork(hour_of(stint.began), hour_of(stint.ended))
