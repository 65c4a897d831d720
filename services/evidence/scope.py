"""What a bundle is about: the whole hospital, a unit, an issue with all that hangs on it, another record with the issues it
belongs to, or a register with what shows it."""

import heapq
from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter
from typing import Literal

import msgspec
from msgspec import Struct

from projections.standards import SHELVES
from services import clock
from services.house import House
from services.ledger.contract import Row
from services.ledger.verifying import erased
from services.reader.position import NotAMoment
from workflows.barrier.state import Standing as Hindering
from workflows.concern.state import Standing as Voiced
from workflows.issue.state import Standing
from workflows.kernel.grammar import Header
from workflows.kernel.ids import noun_of
from workflows.kernel.moments import Day, Moment, day_after, is_day
from workflows.ledger import UnitCounted
from workflows.promise.state import Pledge

BATCH = 2_000

header = msgspec.json.Decoder(Header).decode


class Scope(Struct, frozen=True):
    """`name` is a unit's slug, the stream of an issue or of a `record` (a voice, a barrier, a promise), a register's key, or
    the hospital's slug. `time`: of a hospital or a unit only what was recorded from a moment to another, both of it."""

    kind: Literal["hospital", "unit", "issue", "record", "register"]
    name: str
    time: tuple[Moment, Moment] | None = None

    def __str__(self) -> str:
        return " ".join((self.kind, self.name, *map(str, self.time or ())))


class Chosen(Struct, frozen=True):
    """A fact of a bundle. `placed`: it is none of what the bundle is about, and only its place is shown."""

    row: Row
    placed: bool = False


def span(house: House, first: Day | None, last: Day | None) -> tuple[Moment, Moment] | None:
    """From the first moment of a day to the last one of another; None for neither. NotAMoment for what is no day, or ends
    before it begins."""
    if first is None and last is None:
        return None
    zone = house.plate.zone
    last = last or clock.day_of(house.now(), zone)
    for day in filter(None, (first, last)):
        if not is_day(day):
            raise NotAMoment(f"{day} is not a day: write it like 2025-05-12.")
    since = clock.end_of(day_after(first, -1), zone) + 1 if first else 0
    if since > (until := clock.end_of(last, zone)):
        raise NotAMoment(f"{last} comes before {first}.")
    return since, until


def chosen(house: House, scope: Scope, size: int) -> Iterator[Chosen]:
    """Its facts among the first `size`, in order, and the records of what was erased of them; of a unit also the last count
    of its facts and, by their places alone, whatever stands behind what was counted: so nothing of it can be left out."""
    if scope.time:
        return _of_time(house, scope, scope.time, size)
    if scope.kind == "hospital":
        return map(Chosen, _all(house, size))
    if scope.kind == "unit":
        return _of_unit(house, scope.name, size)
    streams = _of_register(house, scope.name) if scope.kind == "register" else _hanging_on(house, scope.name)
    about = (row for stream in streams for row in house.ledger.stream_rows(stream, upto=size))
    theirs = _records(house, size, lambda row: header(row[6]).stream in streams)
    return map(Chosen, sorted([*about, *theirs], key=itemgetter(0)))


def _of_time(house: House, scope: Scope, time: tuple[Moment, Moment], size: int) -> Iterator[Chosen]:
    """What was recorded in that time, with the places of the one before and the one after, so that none of it can be left out;
    and the records of what was erased of it since."""
    before, last = (min(house.ledger.last_seq_by(moment), size) for moment in (time[0] - 1, time[1]))

    def is_ours(row: Row) -> bool:
        return before < row[0] <= last and (scope.kind == "hospital" or row[1] == scope.name)

    whole = {row[0]: Chosen(row) for row in _records(house, size, is_ours)}
    if scope.kind == "hospital":
        around = (Chosen(row, placed=not is_ours(row)) for row in _all(house, min(last + 1, size), max(before - 1, 0)))
        found = {one.row[0]: one for one in around} | whole
    else:
        found = {one.row[0]: one for one in _of_unit_in(house, scope.name, (before, last), size)} | whole
    return iter([found[seq] for seq in sorted(found)])


def _of_unit_in(house: House, unit: str, between: tuple[int, int], size: int) -> Iterator[Chosen]:
    """Where nothing of the unit came after, its last count and the places behind that say so."""
    before, last = between
    earlier = None
    for row in _unit_rows(house, unit, size):
        if row[0] <= before:
            earlier = row
            continue
        yield Chosen(row, placed=row[0] > last)
        if row[0] > last:
            break
    else:
        upto, counted = _last_count(house, unit, size)
        for row in (*house.ledger.rows(counted - 1, 1, counted), *_all(house, size, upto)):
            if not (row[1] == unit and row[0] > before):
                yield Chosen(row, placed=row[0] != counted)
    if earlier:
        yield Chosen(earlier, placed=True)


def _all(house: House, size: int, after: int = 0) -> Iterator[Row]:
    at = after
    while found := house.ledger.rows(at, BATCH, size):
        yield from found
        at = found[-1][0]


def _of_unit(house: House, unit: str, size: int) -> Iterator[Chosen]:
    def is_ours(row: Row) -> bool:
        return row[1] == unit

    upto, counted = _last_count(house, unit, size)
    records = list(_records(house, size, is_ours))
    before = (row for row in records if row[0] <= upto)
    yield from map(Chosen, heapq.merge(_unit_rows(house, unit, upto), before, key=itemgetter(0)))
    whole = {counted, *(row[0] for row in records)}
    for row in _all(house, size, upto):
        yield Chosen(row, placed=not is_ours(row) and row[0] not in whole)


def _last_count(house: House, unit: str, size: int) -> tuple[int, int]:
    """Up to where the facts of the unit alone were counted last, and the position of that count; (0, 0) where they never
    were."""
    for stream in reversed(list(house.ledger.streams("ledger"))):
        for row in house.ledger.stream_rows(stream, upto=size):
            event = house.clerk.mapper.fact(row).event
            if isinstance(event, UnitCounted) and event.of == unit:
                return event.upto, row[0]
    return 0, 0


def _unit_rows(house: House, unit: str, size: int) -> Iterator[Row]:
    at = 0
    while found := house.ledger.unit_rows(unit, at, BATCH, size):
        yield from found
        at = found[-1][2] or 0


RECORDS = frozenset({"concern", "barrier", "promise"})
"""Nouns whose records belong to issues."""


def issues_of(house: House, stream: str) -> tuple[str, ...]:
    """An issue itself; of another record the issues it belongs to."""
    state = house.clerk.memory.get(stream).state
    match state:
        case Voiced():
            return (state.voice.issue,) if state.voice.issue else ()
        case Standing():
            return (stream,)
        case Hindering():
            return state.obstacle.issues
        case Pledge(about=str(about)) if noun_of(about) == "issue":
            return (about,)
        case _:
            return ()


def _hanging_on(house: House, stream: str) -> frozenset[str]:
    """The record, and of each issue it belongs to its barriers and the voices behind it."""
    return frozenset({stream}).union(*(_of_issue(house, issue) for issue in issues_of(house, stream)))


def _of_issue(house: House, issue: str) -> frozenset[str]:
    state = house.clerk.memory.get(issue).state
    matter = state.matter if isinstance(state, Standing) else None
    return frozenset({issue, *(matter.barriers if matter else ()), *(matter.voices if matter else ())})


def _of_register(house: House, key: str) -> frozenset[str]:
    """What was said of its items for the hospital, and the records that were named to show it."""
    known = house.clerk.standards.now()[1]
    items = {item for group in known.registers[key].groups for item in known.of_group(group)}
    house.reader.fresh(house.ledger.head()[0])
    with house.views.look() as look:
        found = [one for one in look.standards(units=[""], shelves=SHELVES) if one.row.item in items]
    said = [one.row.standard.said for one in found]
    return frozenset({*(one.stream for one in found), *(name for one in said if one for name in one.evidence)})


def _records(house: House, size: int, is_ours: Callable[[Row], bool]) -> Iterable[Row]:
    """The records of erasures that speak of facts that are ours, and are not among these themselves."""
    found: dict[int, Row] = {}
    for (seq, _), record in sorted(erased(house.ledger).items()):
        if record.seq <= size and record.seq not in found and any(map(is_ours, house.ledger.rows(seq - 1, 1))):
            (row,) = house.ledger.rows(record.seq - 1, 1)
            if not is_ours(row):
                found[record.seq] = row
    return [found[seq] for seq in sorted(found)]
