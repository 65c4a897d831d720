"""A month in words: numbers in front, then what was put right and what still waits, line by line, and nobody who spoke."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct

from projections.barriers import BarrierRow
from projections.lives import Row, Stint
from projections.monthly import What
from projections.rounds import RoundsRow
from services.reader import monthly
from services.reader.answers import Line
from services.reader.measuring import Results
from services.reader.monthly import WHAT, UnitMonth, Waiting
from services.reader.partners import Year
from services.reader.views import Look
from services.web.phrases import choice
from services.web.telling import desks, gauges, visits
from services.web.telling.desks import headline
from services.web.telling.meetings import WORDS
from services.web.visit import Visit, Words
from services.web.when import When
from services.wording import time_words
from workflows.kernel.months import Month

FITS = 6
"""Lines of one list, so that it all stands on one page."""
SETTLED: tuple[What, ...] = ("resolved", "fixed", "declined")
REMOVED: tuple[What, ...] = ("removed",)
Pairs = Sequence[tuple[Any, str]]


class Listed(Struct, frozen=True):
    """The first lines of a list (what, and what is said of it), and how many more there are."""

    lines: tuple[tuple[str, str], ...]
    more: int


class Told(Struct, frozen=True, kw_only=True):
    """`done`: put right in the month, `removed`: barriers; `waiting`: what has waited longest. `heard`: how loops ended."""

    done: Listed
    removed: Listed
    waiting: Listed
    heard: str
    rounds: tuple[str, ...]
    stories: tuple[str, ...]


def counts(of: UnitMonth) -> Pairs:
    """What stands in front, in the order of a loop."""
    came = of.came
    return [
        (came["said"], "said"),
        (came["answered"], "answered"),
        (came["resolved"] + came["fixed"], "put right"),
        (came["removed"], "barriers removed"),
        (of.held, "rounds held"),
        (of.waits.owed, "still owed an answer"),
        (of.waits.issues, "still open"),
        (came["thanked"], "thanked"),
    ]


def together(found: Iterable[UnitMonth]) -> UnitMonth:
    """All units as one."""
    every = tuple(found)
    came: Counter[What] = Counter()
    for one in every:
        came.update(one.came)
    return UnitMonth(
        slug="",
        came={what: came[what] for what in WHAT},
        rounds=tuple(rounds for one in every for rounds in one.rounds),
        waits=Waiting(
            owed=sum(one.waits.owed for one in every),
            issues=sum(one.waits.issues for one in every),
            barriers=sum(one.waits.barriers for one in every),
        ),
    )


def is_any(of: UnitMonth) -> bool:
    """Whether there is anything to say."""
    return any(of.came.values()) or of.waits != Waiting(owed=0, issues=0, barriers=0)


def row(visit: Visit, of: UnitMonth, looking: When) -> tuple[str, str, tuple[str, ...]]:
    """A unit's line in the hospital's table: its name, where its own page is, its numbers."""
    rounds = f"{of.held} held" + (f", {of.not_held} not held" if of.not_held else "")
    came = of.came
    numbers = (came["said"], came["answered"], came["resolved"] + came["fixed"], came["removed"])
    name = visit.names.unit(of.slug) if of.slug else "About no unit"
    reads = of.slug and visit.may("read.board", of.slug)
    href = f"/unit/{of.slug}/month{looking.query}" if reads else ""
    return name, href, (*map(str, numbers), rounds if of.slug else "–", str(of.waits.owed), str(of.waits.issues))


def of_unit(visit: Visit, look: Look, found: UnitMonth, month: Month, looking: When) -> Told:
    done = _some(visit, look, monthly.came(look, found.slug, month, SETTLED))
    removed = _some(visit, look, monthly.came(look, found.slug, month, REMOVED))
    waiting = [one for one in look.issues([found.slug], ("open",)) if visit.sees(one.stream)]
    longest = look.lines(sorted(waiting, key=lambda one: one.row.matter.listed)[:FITS])
    stories = monthly.stories(look, [found.slug], month)
    shown = (*done[:FITS], *removed[:FITS])
    words = visit.open(_title(one) for one in (*shown, *(line.issue for line in longest), *stories))
    return Told(
        done=_listed(done, words),
        removed=_listed(removed, words),
        waiting=Listed(tuple(_waiting(visit, one, words, looking) for one in longest), len(waiting) - len(longest)),
        heard=heard(found),
        rounds=tuple(_walked(visit, one.row, looking) for one in found.rounds),
        stories=tuple(words.of(one.row.title) for one in stories),
    )


def stuck(visit: Visit, barriers: Sequence[Stint[BarrierRow]], looking: When) -> Listed:
    """The barriers that stand longest: with whom, since when."""
    longest = sorted(barriers, key=lambda one: one.row.obstacle.logged)[:FITS]
    words = visit.open(one.row.title for one in longest)

    def said(one: Stint[BarrierRow]) -> str:
        since = time_words.held(one.row.obstacle.logged, looking.until)
        return f"with {visit.names.of(one.row.holder)}, logged {since} ago, {visit.names.unit(one.row.unit or None)}"

    lines = tuple((headline(words.of(one.row.title), 90), said(one)) for one in longest)
    return Listed(lines, len(barriers) - len(longest))


def measured(visit: Visit, found: Results, looking: When) -> list[tuple[str, str]]:
    """Each measure in use, and where it stands."""
    words = visit.open(ref for one in found.in_use for ref in (_title(one.measure), one.measure.row.gauge.per_what))
    return [(words.of(_title(one.measure)), " ".join(gauges.now(one, words, looking.day))) for one in found.in_use]


def met(year: Year, month: Month) -> str:
    """How the monthly meeting stands; "" where none was due and none was held."""
    line = next((one for one in year.months if one.month == month), None)
    if line is None or line.standing == "not_due":
        return ""
    days = ", ".join(time_words.short(one.day, f"{month}-01") for one in line.met)
    return f"The monthly meeting: {WORDS[line.standing].lower()}{f', {days}' if days else ''}."


def _some(visit: Visit, look: Look, streams: Sequence[str]) -> list[Stint[Any]]:
    """What these streams are, in their order, as far as they are there for the reader."""
    found: dict[str, Stint[Row]] = look.about(streams)
    return [found[one] for one in streams if one in found and visit.sees(one)]


def _title(one: Stint[Any]) -> Any:
    return one.row.title


def _listed(found: Sequence[Stint[Any]], words: Words) -> Listed:
    lines = tuple((headline(words.of(_title(one)), 90), _how(one)) for one in found[:FITS])
    return Listed(lines, max(0, len(found) - FITS))


def _how(one: Stint[Any]) -> str:
    """Only what is not the usual."""
    matter = getattr(one.row, "matter", None)
    if matter is None:
        return ""
    if one.row.state == "declined" or getattr(one.row, "declined", False):
        return "not possible, with a reason" if one.row.reason or one.row.state == "closed" else "not possible"
    return "on the spot" if matter.source == "on_the_spot" else ""


def _waiting(visit: Visit, line: Line, words: Words, looking: When) -> tuple[str, str]:
    """What it is, on whom it waits, for how long."""
    desk = desks.of_issue(line.issue.row, line.barriers, line.owed)
    whom = desk.waiting_on or desk.holder
    said = (
        f"waits on {visit.names.of(whom)}" if whom else "on nobody’s desk yet",
        f"listed {time_words.held(line.issue.row.matter.listed, looking.until)} ago",
    )
    return headline(words.of(line.issue.row.title), 90), ", ".join(said)


def heard(found: UnitMonth) -> str:
    """How loops ended in the month, silence among it."""
    ends: tuple[What, ...] = ("heard", "disagreed", "no_reply", "cannot_be_reached", "withdrawn")
    return ", ".join(f"{found.came[one]} {choice(one).lower()}" for one in ends if found.came[one])


def _walked(visit: Visit, row: RoundsRow, looking: When) -> str:
    day = time_words.short(row.visit.day, looking.day)
    if row.state == "not_held":
        return f"{day}: not held, {choice(row.reason or 'other').lower()}"
    how = visits.HELD[row.colour or "team"].lower()
    return f"{day}: {how}" + (f", {visits.company(row, visit.names, looking)}" if row.colour == "executive" else "")
