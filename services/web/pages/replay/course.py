"""The days a unit can be replayed over, the ones beside the day looked at, and its rounds as marks and as links."""

from datetime import date

from markupsafe import Markup
from msgspec import Struct

from projections.lives import Stint
from projections.rounds import RoundsRow
from services import clock
from services.reader.replay import Happened
from services.reader.unit_log import UnitLog
from services.reader.views import Look
from services.web.layout import spoken
from services.web.pages.replay.at_stop import AtStop
from services.web.pages.replay.stop import Stop
from services.web.pictures import StripMark, strip
from services.wording import time_words
from workflows.kernel.moments import Day, Moment, day_after

STANDS = {
    "held": "held",
    "summarised": "held",
    "not_held": "not held",
    "scheduled": "planned",
    "withdrawn": "withdrawn",
}


class Steps(Struct, frozen=True, kw_only=True):
    """From the `first` day to the last one, `count` days apart, with the one looked at `n` days from the first; addresses of
    the days before and after it on which something was recorded, or happened; "" where there is none."""

    first: Day
    begins: Moment
    recorded: Moment | None
    count: int
    n: int
    before: str
    after: str


def steps(at: AtStop, latest: Look) -> Steps:
    """In one reading days are stops because something was recorded then, in the other because something happened."""
    stop, zone = at.stop, at.zone
    start = clock.end_of(day_after(stop.day, -1), zone) + 1
    happened = at.unit.happened(latest)
    log = at.unit.log(latest)
    first_fact = log.after(0)
    recorded = first_fact.at if first_fact else None
    begun = _shown(at, happened, happened.first)
    begins = min((one for one in (begun, recorded) if one is not None), default=stop.end)
    if stop.reading == "as_of":
        before, after = _recorded(log, at, start)
    else:
        before = _shown(at, happened, happened.before(start), back=True)
        after = _shown(at, happened, happened.after(stop.end))
    first = min(clock.day_of(begins, zone), stop.day)
    return Steps(
        first=first,
        begins=begins,
        recorded=recorded,
        count=_days(first, stop.last),
        n=_days(first, stop.day),
        before=_at(stop, before, zone),
        after=_at(stop, after, zone),
    )


def _shown(at: AtStop, happened: Happened, moment: Moment | None, *, back: bool = False) -> Moment | None:
    """The nearest moment from this one on on whose day something happened that this reader is shown."""
    while moment is not None:
        day = clock.day_of(moment, at.zone)
        start, end = clock.end_of(day_after(day, -1), at.zone) + 1, clock.end_of(day, at.zone)
        if any(at.unit.facts([one]) for one in happened.by(start, end)):
            return moment
        moment = happened.before(start) if back else happened.after(end)
    return None


def _recorded(log: UnitLog, at: AtStop, start: Moment) -> tuple[Moment | None, Moment | None]:
    earlier = at.visit.house.ledger.last_seq_by(start - 1)
    before, after = log.before(min(earlier, at.stop.horizon)), log.after(at.stop.seq)
    return before.at if before else None, after.at if after else None


def _at(stop: Stop, moment: Moment | None, zone: str) -> str:
    return stop.href(clock.day_of(moment, zone)) if moment is not None else ""


def _days(first: Day, last: Day) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def drawn(at: AtStop, latest: Look, steps: Steps) -> Markup:
    """Rounds and the beginning of the record along the days, and the day looked at."""
    stop = at.stop
    rounds = [
        _mark(at, stint) for stint in latest.rounds(stop.slug) if stint.row.state in ("held", "summarised", "not_held")
    ]
    imported = steps.recorded is not None and clock.day_of(steps.recorded, at.zone) > steps.first
    guided = [
        StripMark(clock.end_of(one.day, at.zone), "guided", f"Show me, stop {one.n}: {one.title}")
        for one in at.guided
        if one.slug == stop.slug and steps.first <= one.day <= stop.last
    ]
    record = [StripMark(steps.recorded, "begins", "The record begins")] if imported and steps.recorded else []
    last = clock.end_of(stop.last, at.zone)
    said = f"From {_spoken(steps.first)} to {_spoken(stop.last)}; looked at is {_spoken(stop.day)}."
    return strip(
        [*rounds, *record, *guided],
        start=steps.begins,
        end=last,
        here=stop.end,
        beside=stop.beside.end if stop.beside else None,
        said=" ".join((said, *(f"{mark.said}." for mark in (*rounds, *record, *guided)))),
        zone=at.zone_info,
    )


def rounds(at: AtStop, latest: Look) -> list[tuple[str, str, str]]:
    """Rounds as links: the day, how they stand, where since then is compared with the day looked at; the latest first."""
    found = [
        one for one in latest.rounds(at.stop.slug) if one.row.state != "withdrawn" and one.row.visit.day <= at.stop.last
    ]
    return [
        (time_words.short(one.row.visit.day, at.stop.day), STANDS[one.row.state], at.stop.href(one.row.visit.day))
        for one in reversed(found)
    ]


def since_last_rounds(at: AtStop, latest: Look) -> str:
    """Where the day looked at stands beside the last rounds that were held before it; "" before the first."""
    held = [one.row.visit.day for one in latest.rounds(at.stop.slug) if one.row.state in ("held", "summarised")]
    earlier = [day for day in held if day < at.stop.day]
    return at.stop.href(beside=max(earlier)) if earlier else ""


def _mark(at: AtStop, stint: Stint[RoundsRow]) -> StripMark:
    held = stint.row.state != "not_held"
    day = stint.row.visit.day
    words = f"Rounds {'held' if held else 'not held'} on {_spoken(day)}"
    return StripMark(clock.end_of(day, at.zone), "held" if held else "missed", words)


def _spoken(day: Day) -> str:
    return spoken(date.fromisoformat(day))
