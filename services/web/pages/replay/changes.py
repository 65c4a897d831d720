"""What changed on a day, line by line: what was recorded that day or what happened on it, late entries marked; and what was
so by its end and not known."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from projections.lives import Stint
from projections.replay import Apart
from services import clock
from services.reader.views import Look
from services.web.pages.replay.at_stop import AtStop
from services.web.paths import page_of
from services.web.telling import timeline
from services.web.telling.things import named, title_of
from services.web.telling.timeline import Step
from services.web.visit import Words
from services.wording import time_words
from workflows.kernel.grammar import Fact
from workflows.kernel.moments import day_after

SHOWN = 30
"""Lines of one list."""
MOST = 400
"""Entries of a day that are looked through: the day of an import has thousands."""


class Change(Struct, frozen=True):
    """One line, and what it is about."""

    step: Step
    title: str
    href: str


class Changed(Struct, frozen=True, kw_only=True):
    """The lines of a day; `more` are left out, `at_least` so many."""

    lines: tuple[Change, ...]
    more: int
    at_least: bool


class Gap(Struct, frozen=True):
    """What a thing was known as, what it was, and when that was entered."""

    title: str
    href: str
    known: str
    true: str
    entered: str


class Gaps(Struct, frozen=True):
    lines: tuple[Gap, ...]
    more: int


def changed(at: AtStop, known: Look, true: Look) -> Changed:
    stop = at.stop
    start = clock.end_of(day_after(stop.day, -1), at.zone) + 1
    if stop.reading == "on":
        positions = at.unit.happened(true).by(start, stop.end)
        facts, cut = at.unit.facts(positions[:MOST]), len(positions) > MOST
    else:
        before = min(at.visit.house.ledger.last_seq_by(start - 1), stop.horizon)
        facts, cut = at.unit.log(known).between(before, stop.seq, MOST)
    told = list(timeline.once(facts))
    shown = told[:SHOWN]
    about = (true if stop.reading == "on" else known).about({fact.stream for fact in shown})
    words = at.visit.open([*timeline.refs(shown), *(title_of(stint) for stint in about.values())])
    lines = tuple(_line(at, fact, about.get(fact.stream), words) for fact in shown)
    return Changed(lines=lines, more=len(told) - len(shown), at_least=cut)


def _line(at: AtStop, fact: Fact, about: Stint[Any] | None, words: Words) -> Change:
    looking = at.stop.shown
    page = page_of(fact.stream)
    return Change(
        timeline.step(at.visit, fact, words, looking),
        named(about, words),
        f"{page}{looking.query}" if about is not None and page != "/" else "",
    )


def unknown(at: AtStop, found: Sequence[Apart]) -> Gaps:
    """What was so by the end of the day and stood in the record otherwise, or not at all."""
    seen = [one for one in found if at.visit.sees(one.stream)]
    shown = seen[:SHOWN]
    words = at.visit.open(title_of(one.true or one.known) for one in shown)
    return Gaps(tuple(_gap(at, one, words) for one in shown), len(seen) - len(shown))


def _gap(at: AtStop, one: Apart, words: Words) -> Gap:
    entered = ""
    if one.true is not None and one.true.begun_by > at.stop.seq:
        (row,) = at.visit.house.ledger.rows(one.true.begun_by - 1, 1)
        entered = time_words.short(clock.day_of(row[3], at.zone), at.stop.day)
    return Gap(
        named(one.true or one.known, words),
        f"{page_of(one.stream)}{at.stop.true.query}",
        _state(one.known),
        _state(one.true),
        entered,
    )


def _state(stint: Stint[Any] | None) -> str:
    return "not on record" if stint is None else str(stint.row.state).replace("_", " ")
