"""What a scorecard is told from, gathered once for the page and for the paper."""

from collections.abc import Collection

from msgspec import Struct

from assessments.maturity import anchors
from assessments.scorecard import FigureKey, scorecard
from projections.units import HOSPITAL
from services import clock
from services.reader import quarters
from services.reader.quarters import Carried, Course, Looking, card
from services.shelf import CONTACT
from services.web.pages.scorecard import asked as surveys
from services.web.pages.scorecard import helping, telling, units
from services.web.pages.scorecard.asked import Heard
from services.web.pages.scorecard.helping import Help
from services.web.pages.scorecard.telling import Told
from services.web.pages.scorecard.units import Beside
from services.web.phrases import choice
from services.web.visit import Visit
from services.web.when import When


class Line(Struct, frozen=True, kw_only=True):
    """One responsibility; `stages` of its components in words, `rows` the quarters for the table, `why` no number stands."""

    title: str
    says: str
    number: str
    of: str
    why: str
    goal: str
    consistency: str
    consistent: str
    rows: tuple[tuple[str, ...], ...]
    chips: tuple[tuple[str, str, str], ...]
    counts: str
    figure: str
    href: str
    survey: str
    heard: tuple[Heard, ...]
    stages: tuple[tuple[str, str], ...]
    lowest: str
    hidden: bool
    whole_only: bool
    help: Help | None


class Gathered(Struct, frozen=True, kw_only=True):
    """Of the hospital or a unit; `taken` are the figures that have a goal of its own, `funnel` the units side by side."""

    lines: list[Line]
    goals: list[Told]
    taken: Collection[FigureKey]
    funnel: Beside | None


def gathered(visit: Visit, slug: str | None, looking: When, *, handed_on: bool = False) -> Gathered:
    """`handed_on`: for others than the reader, so that what few may read is left out for all."""
    zone = visit.house.plate.zone
    at = Looking(
        today=looking.day,
        terms=visit.house.clerk.terms.now()[1].of(slug),
        day_of=lambda moment: clock.day_of(moment, zone),
        reads_respect=visit.may("read.respect") and not handed_on,
    )
    with visit.look(looking, slug) as look:
        found = card(look, slug or HOSPITAL, at)
        around = quarters.by_unit(look, at) if not slug else {}
        counts = surveys.counted(visit, look.campaigns(look.lineage(slug)) if slug else ())
        contacts = look.standards(items=(CONTACT,), shelves=("in_place",))
    goals = [one for one in found.goals if visit.sees(one.goal.stream)]
    words = visit.open(ref for one in goals for ref in telling.refs(one))
    return Gathered(
        lines=[
            _line(visit, one, slug, surveys.heard(visit, one.what, counts, slug), helping.beside(visit, one, contacts))
            for one in found.carried
        ],
        goals=[telling.goal(visit, one, words, looking, slug) for one in goals],
        taken={one.goal.row.goal.figure for one in goals if one.goal.row.goal.unit == slug},
        funnel=units.beside({visit.names.unit(one): share for one, share in around.items()}),
    )


def again(visit: Visit, slug: str | None, looking: When) -> list[tuple[str, str]]:
    """What each responsibility comes to, and its goal: what everybody may read, whoever looks."""
    found = gathered(visit, slug, looking, handed_on=True)
    return [(f"{one.number} {one.of}, goal {one.goal}, {one.consistency}", one.figure) for one in found.lines]


def _line(visit: Visit, one: Carried, slug: str | None, heard: tuple[Heard, ...], help_: Help | None) -> Line:
    course = one.course
    figure, last = scorecard().figures[course.figure], course.periods[-1]
    kept = course.consistency
    return Line(
        help=help_,
        title=one.what.title,
        says=one.what.says,
        number=_number(course),
        of=telling.of(last),
        why=telling.nothing(course),
        goal=f"{course.targets[-1]} %",
        consistency=f"{kept.met} of {kept.of}" if kept.of else "Not yet",
        consistent="quarters at the goal, of those of which it can be said"
        if kept.of
        else "no quarter yet of which it can be said",
        rows=telling.rows(course),
        chips=telling.chips(course),
        counts=figure.counts,
        figure=figure.title,
        href=_evidence(visit, course.figure, slug),
        survey="" if heard else one.what.survey if slug else "What surveys say stands with each unit.",
        heard=heard,
        stages=tuple(
            (anchors().components[key].title, choice(rating, "rating")) for key, rating in (one.stages or {}).items()
        ),
        lowest=choice(one.lowest, "rating") if one.lowest else "",
        hidden=course.hidden,
        whole_only=slug is not None and course.figure == "responded",
    )


def _number(course: Course) -> str:
    """What it comes to; where that cannot be said, why."""
    last = course.periods[-1]
    if course.hidden:
        return "Not shown"
    if not last.adopted:
        return "Not adopted"
    return "Nothing yet" if last.percent is None else f"{last.percent} %"


def _evidence(visit: Visit, figure: str, slug: str | None) -> str:
    """Where one sees what is behind a figure; "" for who may not."""
    unit = f"?unit={slug}" if slug else ""
    where = {
        "learned": f"/unit/{slug}/learning" if slug else "/lessons",
        "answered": f"/figures/answered{unit}",
        "responded": "/respect" if visit.may("read.respect") else "",
        "weighed": f"/decisions{unit}" if visit.may_anywhere("read.issue") else "",
    }
    return where.get(figure, f"/figures{unit}")
