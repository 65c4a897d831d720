"""`/triage/numbers`: numbers of the event system, brought back as a sheet."""

from flask import Blueprint, abort, make_response, request
from werkzeug.wrappers import Response

from services.importing import event_numbers
from services.importing.event_numbers import Brought
from services.tracking_sheet.row import Unreadable
from services.web.framing import shown
from services.web.pages.triage.page import may_link
from services.web.visit import Visit, here

numbers = Blueprint("numbers", __name__)


@numbers.get("/triage/numbers")
def choose() -> str:
    return _page(_allowed(), "", None)


@numbers.post("/triage/numbers")
def bring() -> Response | str:
    visit = _allowed()
    file = request.files.get("file")
    if file is None or not file.filename:
        return make_response(_page(visit, "Choose a file first.", None), 422)
    try:
        return _page(visit, "", event_numbers.bring(visit.house, visit.actor, "page", file.read()))
    except Unreadable as error:
        return make_response(_page(visit, str(error), None), 422)


def _allowed() -> Visit:
    visit = here()
    if not may_link(visit):
        abort(404)
    return visit


def _page(_: Visit, error: str, brought: Brought | None) -> str:
    rows = [(f"{one.line}", one.ours, one.theirs, one.todo) for one in brought.wrong] if brought else []
    return shown("triage/numbers.html", place="Triage", error=error, brought=brought, rows=rows)
