"""`/units`: every unit in a row, who is owed an answer, what is stuck."""

from collections import defaultdict
from collections.abc import Mapping

from flask import Blueprint
from msgspec import Struct

from projections.answers import still_owed
from projections.barriers import BarrierRow
from projections.lives import Stint
from services.reader.answers import Counts
from services.reader.views import Look
from services.web import when
from services.web.framing import hospital_tabs, shown
from services.web.layout import Card
from services.web.pictures import Heard
from services.web.telling import desks
from services.web.telling.desks import headline
from services.web.visit import Visit, here
from services.web.when import When
from services.wording import time_words

units = Blueprint("units", __name__)

OLDEST = 8


class UnitLine(Struct, frozen=True, kw_only=True):
    """One unit as the hospital's page shows it."""

    name: str
    href: str
    owed: int
    open: int
    barriers: int
    late: int
    heard: int
    rounds: str


@units.get("/units")
def show() -> str:
    visit = here()
    visit.must("read.figures")
    looking = when.when(visit)
    slugs = list(visit.names.units)
    with visit.look(looking) as look:
        counts = look.counts(slugs)
        barriers = [one for slug in (*slugs, "") for one in look.barriers(unit=slug)]
        lines = _lines(visit, look, looking, counts, barriers)
    told = [one for one in barriers if visit.sees(one.stream)]
    oldest = sorted(told, key=lambda one: one.row.obstacle.logged)[:OLDEST]
    words = visit.open(one.row.title for one in oldest)
    return shown(
        "units/units.html",
        place="Hospital",
        notices=looking.notices,
        moment=when.control(visit, looking),
        tabs=hospital_tabs(visit, "Units"),
        lines=lines,
        counts=_together(counts),
        stuck=[_card(visit, one, headline(words.of(one.row.title)), looking) for one in oldest],
        may_open=visit.may("unit.open") and not looking.past,
    )


def _lines(
    visit: Visit, look: Look, looking: When, counts: Mapping[str, Counts], barriers: list[Stint[BarrierRow]]
) -> list[UnitLine]:
    """In the order they were opened: nobody is first or last."""
    stuck, late, issues = defaultdict[str, int](int), defaultdict[str, int](int), defaultdict[str, int](int)
    for one in barriers:
        stuck[one.row.unit] += 1
        late[one.row.unit] += one.row.obstacle.due < looking.day
    for issue in look.issues(list(counts), ("open",)):
        issues[issue.row.unit] += 1
    lines = [
        UnitLine(
            name=_named(visit, slug),
            href=f"/unit/{slug}{looking.query}" if visit.may("read.board", slug) else "",
            owed=still_owed(held),
            open=issues[slug],
            barriers=stuck[slug],
            late=late[slug],
            heard=held["heard"],
            rounds=_next_rounds(look, slug, looking),
        )
        for slug, held in counts.items()
    ]
    return [line for line, slug in zip(lines, counts, strict=True) if _is_told(visit, slug, line)]


def _is_told(visit: Visit, slug: str, line: UnitLine) -> bool:
    """A unit that went on as others, as long as anything of its own is still to be done."""
    return visit.names.units[slug].succession is None or bool(line.owed or line.open or line.barriers)


def _named(visit: Visit, slug: str) -> str:
    gone = visit.names.units[slug].succession
    into = f", which goes on as {' and '.join(map(visit.names.unit, gone.into))}" if gone else ""
    return visit.names.unit(slug) + into


def _next_rounds(look: Look, slug: str, looking: When) -> str:
    planned = look.rounds(slug, ("scheduled",))
    return time_words.short(planned[0].row.visit.day, looking.day) if planned else "none planned"


def _together(counts: Mapping[str, Counts]) -> Heard:
    every = list(counts.values())
    return Heard(
        heard=sum(one["heard"] for one in every),
        disagreed=sum(one["disagreed"] for one in every),
        no_reply=sum(one["no_reply"] for one in every),
        unreachable=sum(one["cannot_be_reached"] for one in every),
        withdrawn=sum(one["withdrawn"] for one in every),
        owed=sum(map(still_owed, every)),
    )


def _card(visit: Visit, stint: Stint[BarrierRow], title: str, looking: When) -> Card:
    waiting = len(stint.row.obstacle.issues)
    note = f"{time_words.number_of(waiting, 'issue waits', 'issues wait')} for it" if waiting else ""
    href = f"/barrier/{stint.stream}{looking.query}"
    return desks.card(desks.of_barrier(stint, ()), looking, visit.names, href=href, title=title, also="", note=note)
