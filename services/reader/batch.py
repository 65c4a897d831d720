"""What some facts change, resolved in memory: a row born and ended within the batch is written once, as it came out."""

from operator import attrgetter
from typing import Any

import msgspec

from projections.lives import NUMBERED, Projection, Stint
from projections.turning import Change
from services.reader.interval_tree import fork
from workflows.kernel.moments import DAY, Moment

HOUR = DAY // 24

Stored = list[object]
"""A row of a projection's table: its columns in the order `tables` declares them, without the hospital."""

Ending = tuple[Moment | None, int | None, int, int, int, int]
"""ended, ended_by, until, node, hours, id."""
Dying = tuple[int, int, int | None, int]
"""died, until, node, id; a row that has ended keeps its own `until` and `node`."""

_ENDED, _BORN, _UNTIL, _DIED, _NODE, _HOURS, _ENDED_BY = -10, -9, -8, -7, -6, -5, -3
"""Where a stored row keeps them, counted from its end."""

_encode = msgspec.json.Encoder().encode


def hour_of(moment: Moment) -> int:
    """Hours since 1970, at least 1: what happened time is filed by."""
    return max(1, moment // HOUR)


class Batch:
    """Rows to insert, to end and to let die, by projection. `changes` counts them all, as if each was written alone."""

    def __init__(self, projections: tuple[Projection, ...]) -> None:
        self.born: dict[str, dict[int, Stored]] = {projection.name: {} for projection in projections}
        self.ended: dict[str, list[Ending]] = {projection.name: [] for projection in projections}
        self.died: dict[str, list[Dying]] = {projection.name: [] for projection in projections}
        self.changes = 0
        self._columns = {projection.name: _getter(projection.columns) for projection in projections}

    def add(self, change: Change, seq: int) -> None:
        """What the fact at `seq` changed in one projection."""
        name = change.projection.name
        born = self.born[name]
        for stint in change.ended:
            self._end(name, stint, seq, born.get(stint.life))
        for stint in change.died:
            self._die(name, stint, seq, born.get(stint.life))
        columns = self._columns[name]
        for stint in change.born:
            born[stint.life] = _stored(stint, seq, columns(stint.row))
        self.changes += len(change.ended) + len(change.died) + len(change.born)

    def _end(self, name: str, stint: Stint[Any], seq: int, pending: Stored | None) -> None:
        node, hours = fork(stint.life >> NUMBERED, seq - 1), _fork_of_hours(stint)
        if pending is None:
            self.ended[name].append((stint.ended, stint.ended_by, seq, node, hours, stint.life))
        else:
            pending[_ENDED], pending[_ENDED_BY], pending[_UNTIL] = stint.ended, stint.ended_by, seq
            pending[_NODE], pending[_HOURS] = node, hours

    def _die(self, name: str, stint: Stint[Any], seq: int, pending: Stored | None) -> None:
        node = fork(stint.born, seq - 1) if stint.ended is None else None
        if pending is None:
            self.died[name].append((seq, seq, node, stint.life))
        else:
            pending[_DIED] = seq
            if stint.ended is None:
                pending[_UNTIL], pending[_NODE] = seq, node


def _getter(columns: tuple[str, ...]) -> Any:
    """Reads the columns of a row as a tuple, however many there are."""
    if len(columns) == 1:
        one = attrgetter(columns[0])
        return lambda row: (one(row),)
    return attrgetter(*columns) if columns else lambda _: ()


def _stored(stint: Stint[Any], seq: int, columns: tuple[str, ...]) -> Stored:
    ended = stint.ended is not None
    return [
        stint.life,
        stint.stream,
        *columns,
        stint.began,
        stint.ended,
        seq,
        seq if ended else None,
        None,
        None,
        _fork_of_hours(stint) if ended else None,
        stint.begun_by,
        stint.ended_by,
        stint.name,
        _encode(stint.row),
    ]


def _fork_of_hours(stint: Stint[Any]) -> int:
    """Where the hours are filed during which it was so."""
    return fork(hour_of(stint.began), hour_of(stint.ended or stint.began))
