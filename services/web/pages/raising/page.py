"""Raise a concern in three taps: the unit is chosen already, one box, send."""

from flask import Blueprint, redirect, request
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from services import code as codes
from services.web.doing.forms import Typed, asked, fields
from services.web.doing.giving import Failed, answered, fresh_key, given
from services.web.doing.offers import units
from services.web.framing import shown, tell
from services.web.layout import Choice
from services.web.public.outside import reader
from services.web.public.receipt import receipt
from services.web.telling import visits
from services.web.visit import Visit, here
from workflows.concern.commands import Raise
from workflows.kernel.ids import is_id
from workflows.rounds.state import Scheduled
from workflows.rounds.state import Visit as RoundsVisit

raising = Blueprint("raising", __name__)

ASKED = ("unit", "what", "idea", "speaker", "kind", "urgent")
SPEAKERS = (
    Choice(
        "confidential",
        "No one, but the answer finds me",
        "Your name stays out of the record; the answer comes to My answers.",
    ),
    Choice("named", "Anyone in the unit", "Your name stands beside it."),
    Choice(
        "anonymous",
        "No one, not even Heard",
        "Nothing is kept that points to you. You get a code that opens the answer.",
    ),
)


@raising.get("/raise")
def ask() -> Response:
    visit = here()
    first = request.args.get("unit") or (visit.units[0] if visit.units else "")
    return _form(visit, MultiDict({"unit": first, "rounds": request.args.get("rounds", "")}), None)


@raising.post("/raise")
def send() -> Response:
    visit = here()
    typed = MultiDict(request.form)
    code = codes.read(typed.get("code", "")) if typed.get("speaker") == "anonymous" else None
    if code is not None:
        typed["command"] = code
    outcome = given(visit, Raise, None, typed)
    if isinstance(outcome, Failed):
        return _form(visit, request.form, outcome)
    if code is not None:
        return receipt(reader(), code, typed.get("unit", ""), typed.get("kind", ""))
    tell("Thank you. It is on the record, and an answer is owed to you.")
    return redirect("/answers", 303)


def _form(visit: Visit, typed: Typed, failed: Failed | None) -> Response:
    questions = {one.name: one for one in asked(Raise)}
    coming = _coming(visit, typed.get("rounds", ""))
    speakers = [one for one in SPEAKERS if coming is None or one.value != "named"]
    offered = {"unit": units(visit, "concern.raise"), "speaker": speakers}
    if coming is not None:
        typed = MultiDict({**typed, "unit": coming.unit})
    shown_fields = fields([questions[name] for name in ASKED], offered, typed, failed.wrong if failed else {})
    page = shown(
        "raising/raising.html",
        place="Speak up",
        notices=failed.notices if failed else (),
        field={one.name: one for one in shown_fields},
        fields=shown_fields,
        rounds=typed.get("rounds", "") if coming else "",
        coming=visits.day_and_time(coming) if coming else "",
        where=visit.names.unit(typed["unit"]) if typed.get("unit") in visit.names.units else "",
        key=typed.get("command") or fresh_key(),
        code=codes.read(typed.get("code", "")) or codes.mint(),
    )
    return answered(page, failed)


def _coming(visit: Visit, stream: str) -> RoundsVisit | None:
    """The rounds for which something is brought up beforehand, without a name."""
    state = visit.house.clerk.memory.get(stream).state if is_id(stream, "rounds") else None
    if not isinstance(state, Scheduled) or not visit.may("read.visits", state.visit.unit, stream):
        return None
    return state.visit
