"""What another rhythm would have done with a time that is past, beside what came about. Reads the ledger and the views, and
changes nothing."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from projections.cadence import Kept, Standing
from projections.what_if import (
    Adopted,
    Climb,
    DayOf,
    Difference,
    Fell,
    Rhythm,
    Supposed,
    climbs,
    differences,
    duties,
    fell,
    really,
)
from services.ledger.contract import Ledger
from services.ledger.mapper import FactMapper
from services.reader.rounding import cadence_of
from services.reader.views import Look
from workflows.hospital.state import Adopted as AdoptedThen
from workflows.kernel.moments import Day
from workflows.kernel.months import month_of, months_after
from workflows.kernel.terms import Terms

OWING = ("concern", "issue", "promise")
TRIED = frozenset({"answer", "deliver", "reason", "resolve", "keep"})
NOT_KEPT: tuple[Standing, ...] = ("missed", "not_held")
TOGETHER = 500
"""Streams read at once."""


class Told(Struct, frozen=True):
    """A barrier in which something would have been otherwise, or stayed the same."""

    barrier: str
    differences: tuple[Difference, ...]


def rhythm(first: Terms, adopted: Iterable[tuple[AdoptedThen, Terms]], day_of: DayOf) -> Rhythm:
    """The `first` terms, then each that the hospital `adopted`, with when it did."""
    return Rhythm(first, tuple(Adopted(one.seq, day_of(one.at), terms) for one, terms in adopted))


class Trying(Struct, frozen=True, kw_only=True):
    """What is tried, over which time; `climbing` as in `projections.what_if.fell`."""

    supposed: Supposed
    time: tuple[Day, Day]
    climbing: bool


def climbing(ledger: Ledger, mapper: FactMapper, trying: Trying, rhythm: Rhythm, day_of: DayOf) -> Iterator[Told]:
    """Every barrier that climbed between the two days, or would have."""
    first, last = trying.time
    for stream in ledger.streams("barrier"):
        facts = [mapper.fact(row) for row in ledger.stream_rows(stream)]
        would = _within(climbs(facts, trying.supposed, rhythm, last, day_of), first, last)
        did = _within(really(facts, day_of), first, last)
        if would or did:
            yield Told(stream, differences(would, did))


def owing(look: Look, streams: Sequence[str], trying: Trying, rhythm: Rhythm, day_of: DayOf) -> Iterator[Fell]:
    """What of these streams stood overdue first between the two days, or would have."""
    first, last = trying.time
    for n in range(0, len(streams), TOGETHER):
        held = [one for one in look.held(streams[n : n + TOGETHER]) if one.row.owes in TRIED]
        for duty in duties(held, day_of):
            one = fell(duty, trying.supposed, rhythm, last, climbing=trying.climbing)
            if any(day is not None and first <= day for day in (one.supposed, one.real)):
                yield one


class Walked(Struct, frozen=True):
    """Of a unit: months of that time in which rounds were asked for and not held, as it was, and as it would have been."""

    unit: str
    asked: int
    missed: int
    supposed: int


def rounding(look: Look, units: Iterable[str], read: Callable[[str | None], Terms], trying: Trying) -> Iterator[Walked]:
    """`read` gives the terms of an adoption by their digest."""
    first, last = (month_of(day) for day in trying.time)
    count = 1
    while months_after(last, 1 - count) > first:
        count += 1
    for unit in units:
        was = cadence_of(look, unit, read, trying.time[1])
        rows = [one.row for one in look.rounds(unit)]
        months = was.months(rows, "staff", count)
        if any(one.asked for one in months):
            tried = replace(was, terms=lambda month, of=was.terms: trying.supposed.over(of(month)))
            would = tried.months(rows, "staff", count)
            yield Walked(unit, sum(bool(one.asked) for one in months), _missed(months), _missed(would))


def _missed(months: Iterable[Kept]) -> int:
    return sum(one.standing in NOT_KEPT for one in months)


def mails(climbed: Iterable[tuple[str, Day]]) -> int:
    """On how many days somebody's daily mail would have named a climb: several on a day come in one."""
    return len(set(climbed))


def _within(found: tuple[Climb, ...], first: Day, last: Day) -> list[Climb]:
    return [one for one in found if first <= one.day <= last]
