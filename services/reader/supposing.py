"""What would have climbed under other terms, barrier by barrier, beside what did. Reads the ledger and changes nothing."""

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from projections.what_if import Climb, DayOf, Difference, Supposed, climbs, differences, really
from services.ledger.contract import Ledger
from services.ledger.mapper import FactMapper
from workflows.kernel.moments import Day


class Told(Struct, frozen=True):
    """A barrier in which something would have been otherwise, or stayed the same."""

    barrier: str
    differences: tuple[Difference, ...]


def supposing(
    ledger: Ledger, mapper: FactMapper, supposed: Supposed, time: tuple[Day, Day], day_of: DayOf
) -> Iterator[Told]:
    """Every barrier that climbed between the two days, or would have."""
    first, last = time
    for stream in ledger.streams("barrier"):
        facts = [mapper.fact(row) for row in ledger.stream_rows(stream)]
        would = _within(climbs(facts, supposed, last, day_of), first, last)
        did = _within(really(facts, day_of), first, last)
        if would or did:
            yield Told(stream, differences(would, did))


def mails(found: Iterable[Told], which: Callable[[Difference], Day | None]) -> int:
    """On how many days somebody's daily mail would have named a climb: several on a day come in one."""
    days = {(one.to, day) for told in found for one in told.differences if (day := which(one)) is not None}
    return len(days)


def _within(found: tuple[Climb, ...], first: Day, last: Day) -> list[Climb]:
    return [one for one in found if first <= one.day <= last]
