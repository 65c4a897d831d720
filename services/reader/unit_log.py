"""One unit's own facts, in the order they were recorded: what was recorded between two positions, and the days beside it.

They are numbered without a gap, so what lies where is found by halving, at any length of the log.
"""

from collections.abc import Callable, Iterator

from services.ledger.contract import Ledger, Row
from services.ledger.mapper import FactMapper
from workflows.kernel.grammar import Fact

PAGE = 64
"""Facts read at a time while looking for one that shows."""


class UnitLog:
    """A unit's facts up to position `upto`, without those that `shows` leaves out."""

    def __init__(self, ledger: Ledger, mapper: FactMapper, unit: str, upto: int, shows: Callable[[Fact], bool]) -> None:
        self._ledger = ledger
        self._mapper = mapper
        self._unit = unit
        self._upto = upto
        self._shows = shows

    def between(self, after: int, upto: int, limit: int) -> tuple[list[Fact], bool]:
        """What was recorded after one position, up to another, from the first on; and whether `limit` cut it short."""
        rows = self._rows(self._count(after), limit + 1, upto)
        return [fact for fact in map(self._mapper.fact, rows[:limit]) if self._shows(fact)], len(rows) > limit

    def before(self, position: int) -> Fact | None:
        """The last one recorded up to this position."""
        upto = self._count(position)
        while upto > 0:
            rows = self._rows(max(upto - PAGE, 0), min(PAGE, upto), position)
            shown = [fact for fact in map(self._mapper.fact, rows) if self._shows(fact)]
            if shown:
                return shown[-1]
            upto -= PAGE
        return None

    def after(self, position: int) -> Fact | None:
        """The first one recorded after this position."""
        return next(self._following(self._count(position)), None)

    def _following(self, count: int) -> Iterator[Fact]:
        while rows := self._rows(count, PAGE, self._upto):
            yield from (fact for fact in map(self._mapper.fact, rows) if self._shows(fact))
            count += len(rows)

    def _count(self, position: int) -> int:
        """How many of the unit's facts were recorded up to this position."""
        low, high = 0, 1
        while self._rows(high - 1, 1, position):
            low, high = high, high * 2
        while low + 1 < high:
            middle = (low + high) // 2
            low, high = (middle, high) if self._rows(middle - 1, 1, position) else (low, middle)
        return low

    def _rows(self, after: int, limit: int, upto: int) -> list[Row]:
        return self._ledger.unit_rows(self._unit, after, limit, min(upto, self._upto))
