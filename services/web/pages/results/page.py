"""`/unit/<slug>/results`, `/results`: what is measured, what it shows, when it was looked at, now or on a past day.
`/measure/<id>` and `/panel/<id>` lead there."""

from flask import Blueprint, abort, redirect
from werkzeug.wrappers import Response

from services import clock
from services.reader import measuring
from services.web import when
from services.web.doing.measuring import of_panel
from services.web.framing import hospital_tabs, shown, tabs
from services.web.pages.results import goals, measured, reviews
from services.web.visit import Visit, here
from services.web.when import When
from workflows.kernel.ids import is_id
from workflows.kernel.noun import Nothing
from workflows.panel import MOST, stream_of

results = Blueprint("results", __name__)


@results.get("/unit/<slug>/results")
def of_unit(slug: str) -> str:
    visit = here()
    visit.must_in(slug, "read.board")
    return _page(visit, slug)


@results.get("/results")
def of_hospital() -> str:
    visit = here()
    visit.must("read.hospital")
    return _page(visit, "")


@results.get("/measure/<stream>")
def find(stream: str) -> Response:
    """Whose measure it is stands in its facts, and not in its id."""
    return redirect(f"{_place_of(stream, 'measure')}#{stream}", 303)


@results.get("/panel/<stream>")
def find_panel(stream: str) -> Response:
    return redirect(_place_of(stream, "panel"), 303)


def _place_of(stream: str, noun: str) -> str:
    visit = here()
    state = visit.house.clerk.memory.get(stream).state if is_id(stream, noun) else Nothing()
    unit = state.unit
    if isinstance(state, Nothing) or not visit.may("read.board" if unit else "read.hospital", unit):
        abort(404)
    return place(unit or "")


def place(slug: str) -> str:
    """The address of the results of a unit, or ("") of the hospital."""
    return f"/unit/{slug}/results" if slug else "/results"


def _page(visit: Visit, slug: str) -> str:
    looking = when.when(visit)
    zone, back = visit.house.plate.zone, place(slug)
    with visit.look(looking, slug or None) as look:
        found = measuring.results(look, slug, looking.day, lambda at: clock.day_of(at, zone), visit.sees)
        unit = next((one.row for one in look.units() if one.row.slug == slug), None)
        seen = look.at()
    words = visit.open([*measured.refs(found.measures), *reviews.refs(found.panel), *goals.refs(found.goals)])
    telling = measured.Telling(visit, looking, words, found.marks, back)
    told = [telling.one(one) for one in found.measures]
    return shown(
        "results/results.html",
        place="Unit" if slug else "Hospital",
        notices=looking.notices,
        moment=when.control(visit, looking),
        name=visit.names.unit(slug or None),
        tabs=tabs(visit, slug, "Measures") if slug else hospital_tabs(visit, "Measures"),
        adopted=reviews.adopted(unit, looking) if slug else "",
        figures=reviews.figures(found.panel, looking, zone),
        reviews=reviews.told(telling, found.panel),
        deeds=() if looking.past else of_panel(visit, slug, found.panel, seen, back),
        correct=_correcting(visit, slug, found.panel is not None and bool(found.panel.reviews), looking),
        measures=[one for one in told if not one.gone],
        given_up=[one for one in told if one.gone],
        goals=goals.told(telling, found),
        most=MOST,
        slug=slug,
    )


def _correcting(visit: Visit, slug: str, any_: bool, looking: When) -> str:
    may = any_ and not looking.past and visit.may("panel.correct", slug or None)
    return f"/do/panel/correct?to={stream_of(slug or None)}&next={place(slug)}" if may else ""
