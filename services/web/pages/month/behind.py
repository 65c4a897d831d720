"""`/unit/<slug>/month/<what>`, `/month/<what>`: what a number in front of a month counts, one by one."""

from collections.abc import Callable, Mapping, Sequence

from flask import Blueprint, abort
from markupsafe import Markup

from projections.monthly import MONTHLY, What
from projections.rounds import HELD
from projections.tracking_log import TRACKING_LOG
from services.reader import monthly
from services.reader.views import Look
from services.web import when
from services.web.framing import hospital_tabs, shown, tabs
from services.web.layout import Tab
from services.web.pages.figures import things
from services.web.pages.figures.things import Thing
from services.web.pages.month import gathering
from services.web.pages.month.telling import Pairs
from services.web.phrases import choice
from services.web.visit import Visit, here
from services.web.when import When
from services.wording import time_words
from workflows.kernel.months import Month, month_of

month_behind = Blueprint("month_behind", __name__)

CAME: Mapping[str, tuple[What, ...]] = {
    "said": ("said",),
    "answered": ("answered",),
    "put right": ("resolved", "fixed"),
    "barriers removed": ("removed",),
    "thanked": ("thanked",),
}
"""By the words of a number: what came about in the month."""


@month_behind.get("/unit/<slug>/month/<what>")
def of_unit(slug: str, what: str) -> str:
    visit = here()
    visit.must_in(slug, "read.board")
    name = visit.names.unit(slug)
    return _listed(visit, (slug,), what, of=slug, place=("Unit", name, tabs(visit, slug, "Month")))


@month_behind.get("/month/<what>")
def of_hospital(what: str) -> str:
    visit = here()
    visit.must("read.figures")
    units = tuple(slug for slug in ("", *visit.names.units) if visit.may("read.board", slug or None))
    place = ("Hospital", visit.house.plate.name, hospital_tabs(visit, "Month"))
    return _listed(visit, units, what, of=None, place=place)


def linked(counts: Pairs, address: str, looking: When) -> Pairs:
    """Each number leads to what it counts; none leads nowhere."""
    to = Markup('<a href="{}/{}{}">{}</a>')
    return [
        (to.format(address, words.replace(" ", "-"), looking.query, number) if number else number, words)
        for number, words in counts
    ]


def _listed(
    visit: Visit, units: Sequence[str], what: str, *, of: str | None, place: tuple[str, str, tuple[Tab, ...]]
) -> str:
    words = what.replace("-", " ")
    looking = when.when(visit)
    with visit.look(looking, of) as look:
        found = _things(look, units, words, month_of(looking.day), looking)
        named = things.named(visit, look, found)
    return shown(
        "month/behind.html",
        place=place[0],
        notices=looking.notices,
        moment=when.control(visit, looking),
        name=place[1],
        tabs=place[2],
        title=f"{gathering.title(looking)}: {words}",
        things=named,
        count=len(found),
        more=len(found) - len(named),
        back=(f"/unit/{of}/month" if of else "/month") + looking.query,
    )


def _things(look: Look, units: Sequence[str], words: str, which: Month, looking: When) -> list[Thing]:
    """As many as the number says, nothing where they are too many to be read at once; 404 for words that are none."""
    if words in CAME:
        if look.count(MONTHLY, {"unit": units, "month": [which], "what": CAME[words]}) > things.MANY:
            return []
        rows = look.rows(MONTHLY, {"unit": units, "month": [which], "what": CAME[words]})
        return [Thing(one.stream, choice(one.row.what), counts=True) for one in rows]
    still: Mapping[str, Callable[[], list[Thing]]] = {
        "rounds held": lambda: _rounds(look, units, which, looking),
        "still owed an answer": lambda: things.standing(look, units, ("owed", "answered")),
        "still open": lambda: _open(look, units),
    }
    return still[words]() if words in still else abort(404)


def _open(look: Look, units: Sequence[str]) -> list[Thing]:
    if look.count(TRACKING_LOG, {"unit": units, "shelf": ["open"]}) > things.MANY:
        return []
    return [Thing(one.stream, choice(one.row.state), counts=True) for one in look.issues(units, ("open",))]


def _rounds(look: Look, units: Sequence[str], which: Month, looking: When) -> list[Thing]:
    return [
        Thing(one.stream, choice(one.row.state), counts=True, title=time_words.short(one.row.visit.day, looking.day))
        for unit in monthly.months(look, units, which)
        for one in unit.rounds
        if one.row.state in HELD
    ]
