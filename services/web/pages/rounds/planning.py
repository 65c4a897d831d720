"""`/visit`: one visit to several units. Their rounds are scheduled one by one, since each unit is rounded for itself: what is
said there, what is promised there, and whether anybody came."""

from uuid import NAMESPACE_URL, uuid5

import msgspec
from flask import Blueprint, abort, redirect, request
from werkzeug.wrappers import Response

from projections.rounds import RoundsRow
from services.reader.views import Look
from services.web.doing.forms import Typed, Wrong, asked, command_of, fields
from services.web.doing.giving import Failed, answered, fresh_key, give
from services.web.doing.offers import offers
from services.web.framing import shown, tell
from services.web.layout import Choice, Field
from services.web.visit import Visit, here
from workflows.rounds.commands import Schedule

planning = Blueprint("planning", __name__)

UNITS = "units"
LEFT_OUT = frozenset({"unit", "guide"})
"""Each unit names its own guide."""
TITLE = "Which units do you visit?"
NONE = "Choose the units you visit."


@planning.get("/visit")
def ask() -> Response:
    return _form(here(), request.args, None)


@planning.post("/visit")
def plan() -> Response:
    """All that can be scheduled is; what could not be is asked again."""
    visit = here()
    wanted = [one.value for one in open_to(visit) if one.value in request.form.getlist(UNITS)]
    if not wanted:
        return _form(visit, request.form, Failed(422, wrong={UNITS: NONE}))
    first = command_of(Schedule, _of(request.form, wanted[0]))
    if isinstance(first, Wrong):
        return _form(visit, request.form, Failed(422, wrong=first.errors))
    for nth, unit in enumerate(wanted):
        key = str(uuid5(NAMESPACE_URL, f"{request.form.get('command', '')}|{unit}"))
        outcome = give(visit, msgspec.structs.replace(first, unit=unit), None, key)
        if isinstance(outcome, Failed):
            done = f" Scheduled so far: {_named(visit, wanted[:nth])}." if nth else ""
            sentence = f"{visit.names.unit(unit)}: {outcome.sentence}{done}"
            return _form(visit, request.form, Failed(outcome.status, sentence), wanted[nth:])
    tell(f"Scheduled in {_named(visit, wanted)}.")
    return redirect(f"/unit/{wanted[0]}/rounds", 303)


def open_to(visit: Visit) -> tuple[Choice, ...]:
    """The units in which somebody may schedule rounds."""
    return tuple(
        Choice(slug, state.name)
        for slug, state in visit.names.units.items()
        if state.is_open and visit.may("rounds.schedule", slug)
    )


def also(visit: Visit, look: Look, row: RoundsRow, stream: str) -> list[tuple[str, str, str]]:
    """The other units of a visit, by what their rounds have in common: whoever comes, and the day. (address, name, time)"""
    who, day = row.visit.partner, row.visit.day
    theirs = [slug for slug, state in visit.names.units.items() if who and slug != row.unit and state.partner == who]
    return [
        (f"/rounds/{one.stream}", visit.names.unit(slug), one.row.visit.time or "")
        for slug in theirs
        if visit.may("read.rounds", slug)
        for one in look.rounds(slug, ("scheduled", "held"))
        if one.row.visit.day == day and one.row.visit.partner == who and one.stream != stream
    ]


def _of(typed: Typed, unit: str) -> Typed:
    """The form as that of a single unit."""
    alone = Typed(typed)
    alone.poplist(UNITS)
    alone["unit"] = unit
    return alone


def _named(visit: Visit, units: list[str]) -> str:
    names = [visit.names.unit(unit) for unit in units]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _form(visit: Visit, typed: Typed, failed: Failed | None, left: list[str] | None = None) -> Response:
    units, questions = open_to(visit), asked(Schedule, LEFT_OUT)
    if not units:
        abort(404)
    wrong = failed.wrong if failed else {}
    ticked = tuple(left if left is not None else typed.getlist(UNITS))
    which = Field(UNITS, TITLE, "", "several", units, chosen=ticked, error=wrong.get(UNITS, ""), required=True)
    page = shown(
        "rounds/plan.html",
        place="Unit",
        notices=failed.notices if failed else (),
        fields=(which, *fields(questions, offers(visit, Schedule.VERB, questions, None), typed, wrong)),
        key=fresh_key(),
    )
    return answered(page, failed)
