"""What a bundle is about: the whole hospital, one unit, or one issue with all that hangs on it."""

import heapq
from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter
from typing import Literal

import msgspec
from msgspec import Struct

from services.house import House
from services.ledger.contract import Row
from services.ledger.verifying import erased
from workflows.issue.state import Standing
from workflows.kernel.grammar import Header

BATCH = 2_000

header = msgspec.json.Decoder(Header).decode


class Scope(Struct, frozen=True):
    """`name` is a unit's slug, an issue's stream, or the hospital's slug."""

    kind: Literal["hospital", "unit", "issue"]
    name: str

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"


def rows(house: House, scope: Scope, size: int) -> Iterator[Row]:
    """Its facts among the first `size`, in order, and the records of what was erased of them."""
    if scope.kind == "hospital":
        return _all(house, size)
    if scope.kind == "unit":
        own = _of_unit(house, scope.name, size)
        return heapq.merge(own, _records(house, size, lambda row: row[1] == scope.name), key=itemgetter(0))
    streams = _hanging_on(house, scope.name)
    about = (row for stream in streams for row in house.ledger.stream_rows(stream, upto=size))
    theirs = _records(house, size, lambda row: header(row[6]).stream in streams)
    return iter(sorted([*about, *theirs], key=itemgetter(0)))


def _all(house: House, size: int) -> Iterator[Row]:
    at = 0
    while found := house.ledger.rows(at, BATCH, size):
        yield from found
        at = found[-1][0]


def _of_unit(house: House, unit: str, size: int) -> Iterator[Row]:
    at = 0
    while found := house.ledger.unit_rows(unit, at, BATCH, size):
        yield from found
        at = found[-1][2] or 0


def _hanging_on(house: House, issue: str) -> frozenset[str]:
    """The issue, its barriers and the voices behind it."""
    state = house.clerk.memory.get(issue).state
    matter = state.matter if isinstance(state, Standing) else None
    return frozenset({issue, *(matter.barriers if matter else ()), *(matter.voices if matter else ())})


def _records(house: House, size: int, is_ours: Callable[[Row], bool]) -> Iterable[Row]:
    """The records of erasures that speak of facts that are ours, and are not among these themselves."""
    found: dict[int, Row] = {}
    for (seq, _), record in sorted(erased(house.ledger).items()):
        if record.seq <= size and record.seq not in found and any(map(is_ours, house.ledger.rows(seq - 1, 1))):
            (row,) = house.ledger.rows(record.seq - 1, 1)
            if not is_ours(row):
                found[record.seq] = row
    return [found[seq] for seq in sorted(found)]
