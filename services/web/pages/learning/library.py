"""`/lessons`: what units shared with everybody here, by unit, by how they came to it, by what helped or hindered."""

from flask import Blueprint, request
from werkzeug.datastructures import MultiDict

from projections.learnings import LearningRow
from projections.lives import Stint
from projections.spreads import SpreadRow
from services.web import when
from services.web.framing import hospital_tabs, shown
from services.web.layout import Choice, Field
from services.web.pages.learning import telling
from services.web.phrases import choice
from services.web.visit import Visit, here

library = Blueprint("library", __name__)

WAYS = ("defect", "test", "told", "reflection")
ANY = Choice("", "Any")
Wanted = MultiDict[str, str]


@library.get("/lessons")
def every() -> str:
    visit = here()
    visit.must("read.lessons")
    looking = when.when(visit)
    wanted: Wanted = request.args
    with visit.look(looking) as look:
        every = [one for one in look.library() if visit.sees(one.stream)]
        offers = look.offered([one.stream for one in every])
    found = [one for one in every if _fits(one.row, wanted)]
    words = visit.open(ref for one in found for ref in (one.row.lesson.lesson, one.row.title))
    return shown(
        "learning/library.html",
        place="Hospital" if visit.may("read.figures") else "Help",
        notices=looking.notices,
        moment=when.control(visit, looking),
        tabs=hospital_tabs(visit, "Lessons"),
        fields=_fields(visit, every, wanted),
        drawn=telling.drawn(visit, (one.row for one in found)),
        lessons=[(telling.line(visit, one, words, looking), _spread(visit, one, offers)) for one in found],
        hidden=len(every) - len(found),
        ours=[(visit.names.unit(slug), f"/unit/{slug}/learning") for slug in visit.units],
    )


def _fits(row: LearningRow, wanted: Wanted) -> bool:
    factors = (*row.lesson.helped, *row.lesson.hindered)
    return (
        wanted.get("unit", "") in ("", row.unit)
        and wanted.get("way", "") in ("", row.way)
        and (not wanted.get("factor") or wanted["factor"] in factors)
    )


def _fields(visit: Visit, every: list[Stint[LearningRow]], wanted: Wanted) -> tuple[Field, ...]:
    """What the lessons that are there can be told apart by."""
    units = dict.fromkeys(one.row.unit for one in every if one.row.unit)
    factors = visit.house.clerk.terms.now()[1].factors
    asked = (
        ("unit", "From", [Choice(slug, visit.names.unit(slug)) for slug in units]),
        ("way", "How somebody came to it", [Choice(way, choice(way)) for way in WAYS]),
        ("factor", "What helped or hindered", [Choice(key, called) for key, called in factors.items()]),
    )
    return tuple(
        Field(name, title, kind="list", choices=(ANY, *choices), value=wanted.get(name, ""), optional="")
        for name, title, choices in asked
    )


def _spread(visit: Visit, one: Stint[LearningRow], offers: tuple[Stint[SpreadRow], ...]) -> str:
    """So: "taken up by ICU; offered to Emergency"."""
    mine = [each.row for each in offers if each.row.about == one.stream]
    taken = ", ".join(visit.names.unit(row.unit) for row in mine if row.state == "taken_up")
    waits = ", ".join(visit.names.unit(row.unit) for row in mine if row.state == "offered")
    return "; ".join(said for said in (taken and f"taken up by {taken}", waits and f"offered to {waits}") if said)
