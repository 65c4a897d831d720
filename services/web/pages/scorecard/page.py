"""`/scorecard`: the four responsibilities of the hospital's leaders, or (`?unit=`) of a unit's, over the last four quarters."""

from flask import Blueprint, request
from msgspec import Struct

from assessments.maturity import anchors
from assessments.scorecard import Period, Verdict, scorecard
from projections.units import HOSPITAL
from services import clock
from services.reader.quarters import Carried, carried
from services.web import when
from services.web.framing import hospital_tabs, shown, tabs
from services.web.phrases import choice
from services.web.visit import here

scorecard_page = Blueprint("scorecard", __name__)

CHIPS: dict[Verdict, tuple[str, str]] = {
    "certain": ("in_place", "Met, certain"),
    "met": ("in_place", "Met, not certain"),
    "not_met": ("gap", "Not yet"),
    "few": ("not_begun", "Too few to say"),
    "not_adopted": ("absent", "Not adopted"),
    "none": ("not_begun", "Nothing fell due"),
}
"""A state of the layout and its words."""


class Line(Struct, frozen=True, kw_only=True):
    """One responsibility; `stages` of its components in words, `rows` the quarters for the table."""

    title: str
    says: str
    number: str
    of: str
    goal: str
    chip: tuple[str, str]
    consistency: str
    rows: tuple[tuple[str, str, str, str], ...]
    chips: tuple[tuple[str, str, str], ...]
    counts: str
    figure: str
    href: str
    survey: str
    stages: tuple[tuple[str, str], ...]
    lowest: str
    hidden: bool


@scorecard_page.get("/scorecard")
def show() -> str:
    visit = here()
    looking = when.when(visit)
    slug = request.args.get("unit") or None
    if slug:
        visit.must_in(slug, "read.board")
    else:
        visit.must("read.figures")
    zone = visit.house.plate.zone
    terms = visit.house.clerk.terms.now()[1].of(slug)
    with visit.look(looking) as look:
        found = carried(
            look,
            slug or HOSPITAL,
            looking.day,
            terms=terms,
            day_of=lambda moment: clock.day_of(moment, zone),
            reads_respect=visit.may("read.respect"),
        )
    keep = (("unit", slug),) if slug else ()
    return shown(
        "scorecard/scorecard.html",
        place="Unit" if slug else "Hospital",
        notices=looking.notices,
        moment=when.control(visit, looking, keep),
        title=visit.names.unit(slug),
        tabs=tabs(visit, slug, "Figures") if slug else hospital_tabs(visit, "Scorecard"),
        lines=[_line(one, slug) for one in found],
        units=[
            (name, f"/scorecard?unit={one}") for one, name in visit.names.units.items() if visit.may("read.board", one)
        ]
        if not slug
        else [],
        maturity=f"/maturity{f'?unit={slug}' if slug else ''}",
    )


def _line(one: Carried, slug: str | None) -> Line:
    figure = scorecard().figures[one.what.figure]
    last, verdict = one.periods[-1], one.verdicts[-1]
    kept = one.consistency
    return Line(
        title=one.what.title,
        says=one.what.says,
        number=f"{last.percent} %" if last.adopted and last.percent is not None else "–",
        of=_of(last),
        goal=f"{one.what.goal} %",
        chip=CHIPS[verdict],
        consistency=f"{kept.met} of {kept.of}" if kept.of else "nothing to say yet",
        rows=tuple(_row(period, said) for period, said in zip(one.periods, one.verdicts, strict=True)),
        chips=tuple(
            (period.name.replace("-", " "), *CHIPS[said])
            for period, said in zip(one.periods, one.verdicts, strict=True)
        ),
        counts=figure.counts,
        figure=figure.title,
        href=_evidence(one.what.figure, slug),
        survey=one.what.survey,
        stages=tuple(
            (anchors().components[key].title, choice(rating, "rating")) for key, rating in (one.stages or {}).items()
        ),
        lowest=choice(one.lowest, "rating") if one.lowest else "",
        hidden=one.hidden,
    )


def _of(period: Period) -> str:
    """So: "12 of 14, between 60 and 96 %"."""
    bounds = period.bounds
    if not period.adopted or bounds is None:
        return ""
    return f"{period.part} of {period.whole}, between {bounds[0]} and {bounds[1]} %"


def _row(period: Period, said: Verdict) -> tuple[str, str, str, str]:
    shown_ = period.adopted and period.percent is not None
    return (
        period.name.replace("-", " "),
        f"{period.percent} %" if shown_ else "–",
        _of(period) or "–",
        CHIPS[said][1],
    )


def _evidence(figure: str, slug: str | None) -> str:
    """Where one sees what is behind a figure."""
    unit = f"?unit={slug}" if slug else ""
    where = {
        "learned": f"/unit/{slug}/learning" if slug else "/lessons",
        "answered": f"/figures/answered{unit}",
        "responded": "/respect",
        "weighed": f"/decisions{unit}",
    }
    return where.get(figure, f"/figures{unit}")
