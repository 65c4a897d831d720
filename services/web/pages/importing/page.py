"""`/import`: choose a file, see what would happen, answer what is open, carry it out, read what the log tells."""

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
    visit.must("work.import")
    return visit


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
    passage = PASSAGES.here().receive(file.filename[-80:], visit.person, file.save)
    return redirect(f"/import/{passage.id}", 303)


def _choose(visit: Visit, error: str) -> str:
    return shown(
        "importing/choose.html", place="Set-up", error=error, units=[one.name for one in visit.names.units.values()]
    )


@importing.get("/import/<passage>")
def look(passage: str) -> Sent | str:
    """How far it is: at work, asked about, entered, or failed."""
    visit, found = _mine(passage)
    if found.stage in WORKING:
        response = make_response(
            shown("importing/working.html", place="Set-up", passage=found, share=telling.share(found))
        )
        response.headers["Refresh"] = "1"
        return response
    if found.stage == "failed" or found.report is None:
        notices = (Notice(found.sentence, "refused"),)
        return shown("importing/choose.html", place="Set-up", notices=notices, error="", units=[])
    if found.stage == "entered":
        return shown("importing/told.html", place="Set-up", **telling.told(visit, found, found.report))
    return shown("importing/asked.html", place="Set-up", **telling.asked(visit, found, found.report))


@importing.post("/import/<passage>/answers")
def answer(passage: str) -> Sent:
    """Units are opened or named, the order of days is told; then the file is tried again."""
    visit, found = _mine(passage)
    if found.stage != "asked":
        return redirect(f"/import/{passage}", 303)
    units: dict[str, str] = {}
    for alias, choice in zip(request.form.getlist("alias"), request.form.getlist("means"), strict=False):
        slug = _opened(visit, alias) if choice == "open" else choice
        if slug in visit.names.units or choice == "open":
            units |= {alias: slug} if slug else {}
    found.answers = answered(found, request.form.get("dates", ""), units)
    found.begin(dry=True)
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
    _, found = _mine(passage)
    if found.stage == "asked":
        found.begin(dry=False)
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
