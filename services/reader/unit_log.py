"""A unit's own facts, in the order they were recorded: what was recorded between two positions, and the days beside it.

They are numbered without a gap, so what lies where is found by halving, at any length of the log.
"""

import heapq
from collections.abc import Callable, Collection, Iterator, Sequence
from operator import itemgetter

from services.ledger.contract import Ledger, Row
from services.ledger.mapper import FactMapper
from workflows.kernel.grammar import Fact

PAGE = 64
"""Facts read at a time while looking for one that shows."""
BATCH = 2_000
"""Facts read at a time where all of them are wanted."""


class UnitLog:
    """Facts of these units (one, and those it goes on from) up to position `upto`, without those that `shows` leaves out."""

    def __init__(
        self, ledger: Ledger, mapper: FactMapper, *, units: Sequence[str], upto: int, shows: Callable[[Fact], bool]
    ) -> None:
        self._ledger = ledger
        self._mapper = mapper
        self._units = units
        self._upto = upto
        self._shows = shows

    def between(self, after: int, upto: int, limit: int) -> tuple[list[Fact], bool]:
        """What was recorded after one position, up to another, from the first on; and whether `limit` cut it short."""
        found = (row for unit in self._units for row in self._rows(unit, self._count(unit, after), limit + 1, upto))
        rows = sorted(found, key=lambda row: row[0])
        return [fact for fact in map(self._mapper.fact, rows[:limit]) if self._shows(fact)], len(rows) > limit

    def whole(self) -> Iterator[Fact]:
        """Everything that shows, in the order it was recorded."""
        for row in heapq.merge(*map(self._all, self._units), key=itemgetter(0)):
            if self._shows(fact := self._mapper.fact(row)):
                yield fact

    def named(self, names: Collection[str], after: int) -> Iterator[Fact]:
        """What was recorded after this position under one of these names, in order."""
        for row in heapq.merge(*(self._all(unit, self._count(unit, after)) for unit in self._units), key=itemgetter(0)):
            if row[4] in names and self._shows(fact := self._mapper.fact(row)):
                yield fact

    def before(self, position: int) -> Fact | None:
        """The last one recorded up to this position."""
        found = (fact for unit in self._units if (fact := self._last(unit, position)) is not None)
        return max(found, key=lambda fact: fact.seq, default=None)

    def after(self, position: int) -> Fact | None:
        """The first one recorded after this position."""
        found = (fact for unit in self._units if (fact := next(self._following(unit, position), None)) is not None)
        return min(found, key=lambda fact: fact.seq, default=None)

    def _last(self, unit: str, position: int) -> Fact | None:
        upto = self._count(unit, position)
        while upto > 0:
            rows = self._rows(unit, max(upto - PAGE, 0), min(PAGE, upto), position)
            shown = [fact for fact in map(self._mapper.fact, rows) if self._shows(fact)]
            if shown:
                return shown[-1]
            upto -= PAGE
        return None

    def _following(self, unit: str, position: int) -> Iterator[Fact]:
        count = self._count(unit, position)
        while rows := self._rows(unit, count, PAGE, self._upto):
            yield from (fact for fact in map(self._mapper.fact, rows) if self._shows(fact))
            count += len(rows)

    def _all(self, unit: str, after: int = 0) -> Iterator[Row]:
        count = after
        while rows := self._rows(unit, count, BATCH, self._upto):
            yield from rows
            count += len(rows)

    def _count(self, unit: str, position: int) -> int:
        """How many of a unit's facts were recorded up to this position."""
        low, high = 0, 1
        while self._rows(unit, high - 1, 1, position):
            low, high = high, high * 2
        while low + 1 < high:
            middle = (low + high) // 2
            low, high = (middle, high) if self._rows(unit, middle - 1, 1, position) else (low, middle)
        return low

    def _rows(self, unit: str, after: int, limit: int, upto: int) -> list[Row]:
        return self._ledger.unit_rows(unit, after, limit, min(upto, self._upto))
