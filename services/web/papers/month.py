"""`/unit/<slug>/month.pdf`, `/month.pdf`: the monthly page, to be handed round."""

from collections.abc import Iterator

from flask import Blueprint
from werkzeug.wrappers import Response

from services.printing.paper import Block, Figures, Heading, Listed, Paper, Table, Words
from services.web import when
from services.web.pages.month import gathering
from services.web.pages.month.gathering import OfHospital, OfUnit
from services.web.pages.month.telling import Listed as Some
from services.web.papers.making import handed_on, paper, served
from services.web.visit import Visit, here
from services.web.when import When
from workflows.trail import Note

month = Blueprint("month_paper", __name__)

CHANGED = "What changed because somebody spoke"


@month.get("/unit/<slug>/month.pdf")
def of_unit(slug: str) -> Response:
    visit = here()
    visit.must_in(slug, "read.board")
    looking = when.when(visit)
    visit.house.looks.note(visit.actor, Note(how="exported", what="month"))
    made = unit_paper(handed_on(visit), slug, looking)
    return served(made, f"month-{slug}-{looking.day[:7]}", f"/unit/{slug}/month{looking.query}")


@month.get("/month.pdf")
def of_hospital() -> Response:
    visit = here()
    visit.must("read.figures")
    looking = when.when(visit)
    visit.house.looks.note(visit.actor, Note(how="exported", what="month"))
    return served(hospital_paper(handed_on(visit), looking), f"month-{looking.day[:7]}", f"/month{looking.query}")


def unit_paper(visit: Visit, slug: str, looking: When) -> Paper:
    found = gathering.of_unit(visit, slug, looking)
    title = f"{visit.names.unit(slug)}, {gathering.title(looking)}"
    return paper(visit, looking, title=title, blocks=tuple(_of_unit(found)), again=("month", slug))


def hospital_paper(visit: Visit, looking: When) -> Paper:
    found = gathering.of_hospital(visit, looking)
    title = f"All units, {gathering.title(looking)}"
    return paper(visit, looking, title=title, blocks=tuple(_of_hospital(found)), again=("month", None))


def _of_unit(found: OfUnit) -> Iterator[Block]:
    told = found.told
    yield from (Words(f"{one.words} {one.name}", "quiet") for one in found.changed)
    yield _counts(found)
    if told.heard:
        yield Words(f"Those who spoke, at the end: {told.heard}.")
    yield from _part("Put right", told.done, "Nothing was put right.")
    yield from _part("Barriers removed", told.removed, "No barrier was removed.")
    yield from _part("Still waiting, the longest first", told.waiting, "Nothing waits.")
    walked = Some(tuple((one, "") for one in told.rounds), 0)
    yield from _part("Rounds and meetings", walked, "No rounds were held.")
    if found.met:
        yield Words(found.met)
    if found.measured:
        yield from _part("Measures", Some(tuple(found.measured), 0), "")
    if told.stories:
        yield Heading(CHANGED)
        yield from (Words(one, "quoted") for one in told.stories)


def _of_hospital(found: OfHospital) -> Iterator[Block]:
    yield _counts(found)
    rows = tuple((name, *cells) for name, _, cells in found.rows)
    yield Table("Unit by unit, in the order they were opened", gathering.HEAD, rows, (5, 2, 3, 3, 3, 4, 3, 2))
    if found.heard:
        yield Words(f"Those who spoke, at the end: {found.heard}.")
    yield Words("Units are not ranked: more is said where it is safe to speak.")
    yield from _part("Barriers that stand longest", found.stuck, "No barrier stands.")
    if found.measured:
        yield from _part("Measures of the hospital", Some(tuple(found.measured), 0), "")
    if found.stories:
        yield Heading(CHANGED)
        yield from (Words(f"{words} ({unit})", "quoted") for words, unit in found.stories)


def _counts(found: OfUnit | OfHospital) -> Block:
    return Figures(tuple((str(number), words) for number, words in found.counts))


def _part(title: str, some: Some, nothing: str) -> Iterator[Block]:
    yield Heading(title)
    yield Listed(some.lines) if some.lines else Words(nothing)
    if some.more:
        yield Words(f"and {some.more} more", "quiet")
