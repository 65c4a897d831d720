"""`/peers`: several hospitals beside each other, from the files each handed on, with at least five for each figure; none is
named and none ranked. Files are read and forgotten. `/peers/own.json` is what this hospital hands on."""

from collections.abc import Collection

import msgspec
from flask import Blueprint, make_response, request
from markupsafe import Markup
from werkzeug.wrappers import Response

from projections.peers import FEWEST, Handed
from services import peers as beside
from services.documents import BadDocument
from services.exporting.figures import handed_on
from services.peers import Line
from services.web.framing import hospital_tabs, shown
from services.web.visit import Visit, here
from services.web.when import When

peers = Blueprint("peers", __name__)

RIGHT, FIGURES = "read.peers", "read.figures"
LARGEST = 100_000
MOST = 500


@peers.get("/peers")
def ask() -> str:
    return _page(_entered(), ())


@peers.post("/peers")
def put_together() -> Response | str:
    visit = _entered()
    files = [one for one in request.files.getlist("files")[:MOST] if one.filename]
    if not files:
        return make_response(_page(visit, (), "Choose the files first that hospitals handed on."), 422)
    try:
        handed = [beside.read(one.read(LARGEST), str(one.filename)) for one in files]
    except BadDocument as error:
        return make_response(_page(visit, (), str(error)), 422)
    return _page(visit, handed)


@peers.get("/peers/own.json")
def own() -> Response:
    """What this hospital hands on: counts, and no word."""
    visit = _entered()
    visit.must(FIGURES)
    response = make_response(msgspec.json.format(msgspec.json.encode(_own(visit))))
    response.headers["Content-Type"] = "application/json"
    response.headers["Content-Disposition"] = (
        f'attachment; filename="figures-{visit.house.plate.slug}-{visit.today}.json"'
    )
    return response


def _entered() -> Visit:
    visit = here()
    visit.must(RIGHT)
    return visit


def _own(visit: Visit) -> Handed:
    with visit.look(When("now", visit.today, visit.now)) as look:
        return handed_on(visit.house, look, visit.today)


def _page(visit: Visit, handed: Collection[Handed], error: str = "") -> str:
    mine = _own(visit) if visit.may(FIGURES) else None
    lines = list(beside.lines(handed, mine))
    return shown(
        "peers/peers.html",
        place="Hospital" if mine else "Among others",
        title=visit.house.plate.name if mine else "Among others",
        tabs=hospital_tabs(visit, "Among others") if mine else (),
        error=error,
        hospitals=beside.hospitals(handed),
        fewest=FEWEST,
        head=("Figure", "Hospitals", "Middle one", "Middle half", *(("Here", "What helps") if mine else ())),
        rows=[_row(one, own=mine is not None) for one in lines] if handed else [],
        counts=[(one.title, f"{one.own.part} of {one.own.whole}") for one in lines if one.own],
        mine=mine is not None,
    )


def _row(line: Line, *, own: bool) -> tuple[str, ...]:
    said = (line.title, line.hospitals, line.middle or "–", line.half or "–")
    if not own:
        return said
    helps = line.helps
    link = Markup('<a href="{}" rel="noopener noreferrer">{}</a>').format(helps.url, helps.title) if helps else "–"
    return (*said, beside.SAID[line.place] or "–", link)
