"""By which figures one sees how the four responsibilities are carried: each a part of a whole that fell in a span of days, from
rows of one moment. What still has time is in no figure; what was never asked for is in none."""

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from projections.decisions import DecisionRow
from projections.keeping import kept
from projections.paces import PaceRow
from projections.promises import PromiseRow
from projections.respect import RespectRow
from projections.rounds import RoundsRow
from projections.share import Share
from workflows.kernel.moments import Day, Moment, day_after
from workflows.kernel.months import Quarter, first_day, last_day_of

DayOf = Callable[[Moment], Day]


class Span(Struct, frozen=True):
    """From the first day to the last, both included, looked at on `today`."""

    first: Day
    last: Day
    today: Day

    def has(self, day: Day) -> bool:
        return self.first <= day <= self.last


def quarter(name: Quarter, today: Day) -> Span:
    return Span(first_day(f"{name[:4]}-{int(name[-1]) * 3 - 2:02}"), last_day_of(name), today)


def within(counts: Mapping[tuple[str, str], int], days: int, today: Day) -> Share:
    """From counts by the day on which the waiting began, "" where it is over, and what it took (as rows of `durations` say):
    those over within so many days, of those that have had them."""
    part = whole = 0
    for (since, took), count in counts.items():
        in_time = took.isdigit() and int(took) <= days
        late = took.isdigit() if took else day_after(since, days) < today
        part, whole = part + in_time * count, whole + (in_time or late) * count
    return Share(part, whole)


def responded(rows: Iterable[RespectRow], span: Span, day_of: DayOf) -> Share:
    """What was taken back before anybody answered counts nowhere."""
    found = [
        row.incident.kept_its_day
        for row in rows
        if span.has(day_of(row.incident.reported)) and (row.state != "withdrawn" or row.incident.responded is not None)
    ]
    return Share(found.count(True), len(found) - found.count(None))


def weighed(rows: Iterable[DecisionRow], span: Span, day_of: DayOf) -> Share:
    found = [row for row in rows if row.ruling is not None and span.has(day_of(row.ruling.made))]
    return Share(sum(row.proposal.is_rated for row in found), len(found))


def learned(rows: Iterable[PaceRow], span: Span) -> Share:
    """One that is owed and has not come by its day counts as late from then on."""
    turns = [turn.in_time for row in rows for turn in row.pace.turns if span.has(turn.due)]
    late = sum(row.going and span.has(row.pace.due) and row.pace.due < span.today for row in rows)
    return Share(sum(turns), len(turns) + late)


def kept_in(rows: Iterable[PromiseRow], span: Span, day_of: DayOf) -> Share:
    found = kept((row for row in rows if span.has(row.pledge.first_due)), span.today, day_of)
    return Share(found.in_time, found.fallen_due)


def visited(rows: Iterable[RoundsRow], span: Span) -> Share:
    due = [row for row in rows if span.has(row.visit.day) and row.state in ("held", "summarised", "not_held")]
    return Share(sum(row.state != "not_held" and row.colour == "executive" for row in due), len(due))
