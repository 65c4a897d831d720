"""`/report`: disrespect, violence or retaliation, told to those who deal with it and to nobody else."""

from flask import Blueprint, redirect, request
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from projections.leading import RESPECT
from services.web.doing.forms import Typed, asked, fields
from services.web.doing.giving import Failed, answered, fresh_key, given
from services.web.doing.offers import units
from services.web.framing import shown, tell
from services.web.layout import Choice
from services.web.visit import Visit, here
from services.web.when import When
from workflows.respect.commands import Report

reporting = Blueprint("reporting", __name__)

KINDS = (
    Choice("colleague", "By somebody who works here", "The professionalism lead reads it."),
    Choice("visitor", "By a patient or visitor", "The house supervisor reads it."),
    Choice("retaliation", "Somebody is made to pay for speaking up", "The privacy officer reads it."),
)
SPEAKERS = (
    Choice("confidential", "No one, but the answer finds me", "Your name stays out of the record."),
    Choice("named", "Those who deal with it", "They may ask you; nobody else learns it."),
    Choice(
        "anonymous",
        "No one, not even Heard",
        "Nothing is kept that points to you, so nothing can come back to you here.",
    ),
)
ELSEWHERE = Choice("", "Somewhere else, or not sure")
THANKS = (
    "Thank you. Only those who deal with it can read this. You learn here when it was read, and when it was addressed."
)


@reporting.get("/report")
def ask() -> Response:
    return _form(here(), MultiDict(), None)


@reporting.post("/report")
def send() -> Response:
    visit = here()
    outcome = given(visit, Report, None, request.form)
    if isinstance(outcome, Failed):
        return _form(visit, request.form, outcome)
    if request.form.get("speaker") == "anonymous":
        tell("Thank you. Only those who deal with it can read this, and nothing in it points to you.")
        return redirect("/", 303)
    tell(THANKS)
    return redirect("/answers", 303)


def _form(visit: Visit, typed: Typed, failed: Failed | None) -> Response:
    offered = {"unit": (*units(visit, "respect.report"), ELSEWHERE), "speaker": SPEAKERS, "kind": KINDS}
    page = shown(
        "respect/report.html",
        place="Speak up",
        notices=failed.notices if failed else (),
        fields=fields(asked(Report), offered, typed, failed.wrong if failed else {}),
        key=typed.get("command") or fresh_key(),
        standard=_standard(visit),
    )
    return answered(page, failed)


def _standard(visit: Visit) -> str:
    """What everybody here can count on, where that was said; "" else."""
    with visit.look(When("now", visit.today, visit.now)) as look:
        found = look.standards(items=(RESPECT,), shelves=("in_place",))
    said = found[0].row.standard.said if found else None
    return visit.open([said.words]).of(said.words) if said else ""
