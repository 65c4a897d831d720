"""`/measure/<id>/sheet`: values of a measure, brought as a sheet."""

from flask import Blueprint, abort, make_response, request
from werkzeug.wrappers import Response

from services.importing import measures
from services.importing.measures import Brought
from services.tracking_sheet.row import Unreadable
from services.web.framing import shown
from services.web.paths import page_of
from services.web.visit import Visit, here
from workflows.kernel.ids import is_id
from workflows.measure.state import Active

bringing = Blueprint("bringing", __name__)


@bringing.get("/measure/<stream>/sheet")
def choose(stream: str) -> str:
    visit = here()
    return _page(visit, stream, _allowed(visit, stream), "")


@bringing.post("/measure/<stream>/sheet")
def bring(stream: str) -> Response | str:
    visit = here()
    state = _allowed(visit, stream)
    file = request.files.get("file")
    if file is None or not file.filename:
        return make_response(_page(visit, stream, state, "Choose a file first."), 422)
    try:
        brought = measures.bring(visit.house, visit.actor, "page", stream, file.read())
    except Unreadable as error:
        return make_response(_page(visit, stream, state, str(error)), 422)
    return _page(visit, stream, state, "", brought)


def _allowed(visit: Visit, stream: str) -> Active:
    """A measure in use, whose values this reader may enter."""
    state = visit.house.clerk.memory.get(stream).state if is_id(stream, "measure") else None
    if not isinstance(state, Active) or not visit.may("measure.record", state.unit, stream):
        abort(404)
    return state


def _page(visit: Visit, stream: str, state: Active, error: str, brought: Brought | None = None) -> str:
    rows = [(f"{one.line}", *one.cells, one.todo) for one in brought.wrong] if brought else []
    return shown(
        "results/sheet.html",
        place="Unit" if state.unit else "Hospital",
        title=visit.open([state.gauge.title]).of(state.gauge.title),
        name=visit.names.unit(state.unit),
        gauge=state.gauge,
        error=error,
        brought=brought,
        rows=rows,
        back=page_of(stream),
        action=f"/measure/{stream}/sheet",
    )
