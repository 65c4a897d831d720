"""Which issue stands under which light: pure, from what the views answer to lines."""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from projections.lives import Stint
from projections.monthly import What
from projections.tracking_log import IssueRow
from services import clock
from services.reader import monthly
from services.reader.answers import Line
from services.reader.views import Look
from services.web.telling import desks
from services.web.telling.desks import headline
from services.web.visit import Visit, Words
from services.web.when import When
from services.wording import time_words
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import Moment
from workflows.kernel.months import month_of, months_after

FITS = 10
"""Lines under one light, so that it all stands on one page."""
SETTLED: tuple[What, ...] = ("resolved", "fixed", "declined")
OWED = "the reason is still owed"


Said = tuple[int, str, str]
"""An issue's number, its words, what is said of it."""


class Light(Struct, frozen=True, kw_only=True):
    """One colour, named: what stands under it, and how many more do."""

    colour: str
    name: str
    nothing: str
    lines: tuple[Said, ...]
    more: int


class Standing(Struct, frozen=True, kw_only=True):
    """Of one unit: what was settled this month or the last, the latest first; what is open, the longest first."""

    settled: tuple[Stint[IssueRow], ...]
    open: tuple[Line, ...]


def standing(visit: Visit, look: Look, slug: str, looking: When) -> Standing:
    this = month_of(looking.day)
    streams = [one for month in (this, months_after(this, -1)) for one in monthly.came(look, slug, month, SETTLED)]
    about = look.about([one for one in streams if visit.sees(one)])
    issues: list[Stint[Any]] = [one for one in about.values() if isinstance(one.row, IssueRow)]
    settled = sorted(issues, key=_settled, reverse=True)
    waiting = [one for one in look.issues([slug], ("open",)) if visit.sees(one.stream)]
    return Standing(settled=tuple(settled), open=look.lines(sorted(waiting, key=lambda one: one.row.matter.listed)))


def refs(found: Standing) -> Iterator[Ref]:
    for one in (*found.settled, *(line.issue for line in found.open)):
        yield one.row.title
        if _is_refused(one.row) and one.row.reason is not None:
            yield one.row.reason


def lights(visit: Visit, found: Standing, words: Words, looking: When) -> tuple[Light, Light, Light]:
    """Green, yellow, red. Nobody is named: whose desk it is stands on the board."""

    def on(one: Stint[IssueRow]) -> str:
        return time_words.short(clock.day_of(_settled(one), visit.house.plate.zone), looking.day)

    def why(one: Stint[IssueRow]) -> str:
        return OWED if one.row.reason is None else headline(words.of(one.row.reason), 160)

    def line(one: Stint[IssueRow], said: str) -> Said:
        return one.row.matter.number, headline(words.of(one.row.title)).rstrip("."), said

    done = [line(one, on(one)) for one in found.settled if not _is_refused(one.row)]
    under_way = [line(one.issue, _waits(one, looking)) for one in found.open]
    refused = [line(one, why(one)) for one in found.settled if _is_refused(one.row)]
    return (
        _light("green", "Done", "Nothing was put right this month or the last.", done),
        _light("yellow", "Under way", "Nothing is under way.", under_way),
        _light("red", "Not possible, and why", "Nothing was refused this month or the last.", refused),
    )


def _light(colour: str, name: str, nothing: str, lines: Sequence[Said]) -> Light:
    return Light(colour=colour, name=name, nothing=nothing, lines=tuple(lines[:FITS]), more=max(0, len(lines) - FITS))


def _waits(line: Line, looking: When) -> str:
    """By when it is promised, and whether a barrier holds it up."""
    desk = desks.of_issue(line.issue.row, line.barriers, line.owed)
    if desk.due is None:
        promised = "no day promised yet"
    else:
        day = time_words.short(desk.due, looking.day)
        promised = f"was promised by {day}" if desk.due < looking.day else f"by {day}"
    return f"held up, {promised}" if line.barriers else promised


def _settled(one: Stint[IssueRow]) -> Moment:
    return one.row.resolved or one.row.since


def _is_refused(row: IssueRow) -> bool:
    return row.state == "declined" or row.declined
