"""`/measures/sheet`: values of several measures and units, brought as one sheet; first what would happen, then done."""

import io

from flask import Blueprint, abort, make_response, request
from werkzeug.wrappers import Response

from services.importing import panels
from services.importing.measures import Brought
from services.importing.rejected import given_back
from services.tracking_sheet.row import Unreadable
from services.web.framing import shown
from services.web.visit import Visit, here

several = Blueprint("several", __name__)

SHOWN = 100
"""Rows to put right on the page; all of them are in the file."""


@several.get("/measures/sheet")
def choose() -> str:
    return _page(_entered())


@several.post("/measures/sheet")
def bring() -> Response | str:
    """Rehearsed, entered, or its rows to put right as a file, as the button says."""
    visit, then = _entered(), request.form.get("then", "")
    file = request.files.get("file")
    if file is None or not file.filename:
        return make_response(_page(visit, error="Choose a file first."), 422)
    try:
        brought = panels.bring(visit.house, visit.actor, "page", file.read(), dry=then != "enter")
    except Unreadable as error:
        return make_response(_page(visit, error=str(error)), 422)
    return _rejects(visit, brought) if then == "rejects" else _page(visit, brought, dry=then != "enter")


@several.get("/measures/sheet.csv")
def form() -> Response:
    """A sheet to fill in, with a line for each measure whose values the reader enters."""
    visit, written = _entered(), io.StringIO(newline="")
    panels.write_form(written, panels.places(visit.house, visit.actor))
    return _file(written, "measures.csv")


def _entered() -> Visit:
    visit = here()
    if not visit.may_anywhere("measure.record"):
        abort(404)
    return visit


def _rejects(visit: Visit, brought: Brought) -> Response:
    """That they were given back is on the read log."""
    written = io.StringIO(newline="")
    panels.write_back(written, brought.wrong)
    visit.house.looks.note(visit.actor, given_back(len(brought.wrong)))
    return _file(written, "measures.rejects.csv")


def _file(written: io.StringIO, name: str) -> Response:
    response = make_response(written.getvalue().encode())
    response.headers["Content-Type"] = "text/csv; charset=utf-8"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _page(visit: Visit, brought: Brought | None = None, *, error: str = "", dry: bool = False) -> str:
    found = panels.places(visit.house, visit.actor)
    rows = [(f"{one.line}", *one.cells, one.todo) for one in brought.wrong[:SHOWN]] if brought else []
    return shown(
        "results/several.html",
        place="Unit" if visit.units else "Hospital",
        error=error,
        brought=brought,
        dry=dry,
        rows=rows,
        more=len(brought.wrong) - len(rows) if brought else 0,
        head=("Line", *panels.HEAD, "What to do"),
        places=[(one.title, one.where) for one in found],
    )
