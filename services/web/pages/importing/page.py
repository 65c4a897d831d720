"""`/import`: choose a file, see what would happen, answer what is open, carry it out, read what the log tells.

Whoever leads a unit brings its log: rows of other units go back with a sentence, and nothing of them is kept.
"""

import io

from flask import Blueprint, Response, abort, make_response, redirect, request
from werkzeug.wrappers import Response as Sent

from services.importing.rejected import given_back
from services.starting.plan import slug_of
from services.tracking_sheet.rejects import write_rejects
from services.web.doing.giving import Failed, fresh_key, give
from services.web.framing import shown, tell
from services.web.layout import Notice
from services.web.pages.importing import telling
from services.web.pages.importing.passage import PASSAGES, WORKING, Passage, answered
from services.web.visit import Visit, here
from workflows.unit.commands import Open

importing = Blueprint("importing", __name__)


def _allowed() -> Visit:
    visit = here()
    if not visit.may_anywhere("work.import"):
        abort(404)
    return visit


def _only(visit: Visit) -> frozenset[str] | None:
    """The units whose rows the reader may bring; None for all of them."""
    mine = frozenset(slug for slug in visit.units if visit.may("work.import", slug))
    return None if visit.may("work.import") else mine


def _place(visit: Visit) -> str:
    return "Set-up" if visit.may("work.import") else "Unit"


def _mine(passage: str) -> tuple[Visit, Passage]:
    visit = _allowed()
    return visit, PASSAGES.here().find(passage, visit.person) or abort(404)


@importing.get("/import")
def choose() -> str:
    return _choose(_allowed(), "")


@importing.post("/import")
def upload() -> Sent | str:
    visit = _allowed()
    file = request.files.get("file")
    if file is None or not file.filename:
        return make_response(_choose(visit, "Choose a file first."), 422)
    passage = PASSAGES.here().receive(file.filename[-80:], visit.person, file.save, only=_only(visit))
    return redirect(f"/import/{passage.id}", 303)


def _choose(visit: Visit, error: str) -> str:
    only = _only(visit)
    known = visit.names.units.items()
    return shown(
        "importing/choose.html",
        place=_place(visit),
        error=error,
        only=only is not None,
        units=[state.name for slug, state in known if only is None or slug in only],
    )


@importing.get("/import/<passage>")
def look(passage: str) -> Sent | str:
    """How far it is: at work, asked about, entered, or failed."""
    visit, found = _mine(passage)
    if found.stage in WORKING:
        response = make_response(
            shown("importing/working.html", place=_place(visit), passage=found, share=telling.share(found))
        )
        response.headers["Refresh"] = "1"
        return response
    if found.stage == "failed" or found.report is None:
        notices = (Notice(found.sentence, "refused"),)
        return shown("importing/choose.html", place=_place(visit), notices=notices, error="", only=False, units=[])
    if found.stage == "entered":
        return shown("importing/told.html", place=_place(visit), **telling.told(visit, found, found.report))
    return shown("importing/asked.html", place=_place(visit), **telling.asked(visit, found, found.report, _only(visit)))


@importing.post("/import/<passage>/answers")
def answer(passage: str) -> Sent:
    """Units are opened or named, the order of days is told; then the file is tried again."""
    visit, found = _mine(passage)
    if found.stage != "asked":
        return redirect(f"/import/{passage}", 303)
    only = _only(visit)
    mine, units = visit.names.units if only is None else only, dict[str, str]()
    for alias, choice in zip(request.form.getlist("alias"), request.form.getlist("means"), strict=False):
        slug = _opened(visit, alias) if choice == "open" else choice
        if slug in mine or choice == "open":
            units |= {alias: slug} if slug else {}
    found.answers = answered(found, request.form.get("dates", ""), units)
    found.begin(dry=True, only=only)
    return redirect(f"/import/{passage}", 303)


def _opened(visit: Visit, name: str) -> str:
    """A new unit of that name; "" where it cannot be opened."""
    slug = slug_of(name)
    if not slug:
        tell(f"No short name can be made of “{name}”; open that unit under Set-up first.")
        return ""
    outcome = give(visit, Open(slug=slug, name=name[:80]), None, fresh_key())
    if isinstance(outcome, Failed):
        tell(outcome.sentence)
        return ""
    return slug


@importing.post("/import/<passage>/enter")
def enter(passage: str) -> Sent:
    visit, found = _mine(passage)
    if found.stage == "asked":
        found.begin(dry=False, only=_only(visit))
    return redirect(f"/import/{passage}", 303)


@importing.post("/import/<passage>/drop")
def drop(passage: str) -> Sent:
    _, found = _mine(passage)
    if found.stage not in WORKING:
        found.drop()
        found.stage = "failed"
    tell("Dropped. Nothing was imported and the file is gone.")
    return redirect("/import", 303)


@importing.post("/import/<passage>/rejects.csv")
def rejects(passage: str) -> Response:
    """The rows that could not enter, with what to do about each, to be corrected and imported; on record first."""
    visit, found = _mine(passage)
    if found.report is None:
        abort(404)
    visit.house.looks.note(visit.actor, given_back(len(found.report.rejects)))
    text = io.StringIO(newline="")
    write_rejects(text, found.report.layout, found.report.rejects)
    response = make_response(text.getvalue())
    response.headers["Content-Type"] = "text/csv; charset=utf-8"
    response.headers["Content-Disposition"] = 'attachment; filename="rows-to-correct.csv"'
    return response
