"""`/visit`: one visit to several units. Their rounds are scheduled one by one, since each unit is rounded for itself: what is
said there, what is promised there, and whether anybody came."""

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from projections.rounds import RoundsRow
from services.reader.views import Look
from services.web.doing.in_several import UNITS, Several, give_in, named, none_ticked, page, ticked
from services.web.doing.offers import units
from services.web.framing import tell
from services.web.visit import Visit, here
from workflows.rounds.commands import Schedule

planning = Blueprint("planning", __name__)

SEVERAL = Several(
    kind=Schedule,
    template="rounds/plan.html",
    place="Unit",
    title="Which units do you visit?",
    none="Choose the units you visit.",
    done="Scheduled",
    left_out=frozenset({"guide"}),
)
"""Each unit names its own guide."""


@planning.get("/visit")
def ask() -> Response:
    return page(here(), SEVERAL, request.args, None, request.args.getlist(UNITS))


@planning.post("/visit")
def plan() -> Response:
    """All that can be scheduled is; what could not be is asked again."""
    visit = here()
    wanted = ticked(visit, SEVERAL, request.form)
    if not wanted:
        return none_ticked(visit, SEVERAL, request.form)
    failed, left = give_in(visit, SEVERAL, request.form, wanted)
    if failed:
        return page(visit, SEVERAL, request.form, failed, left)
    tell(f"Scheduled in {named(visit, wanted)}.")
    return redirect(f"/unit/{wanted[0]}/rounds", 303)


def goes_to_several(visit: Visit) -> bool:
    """Whether there is more than one unit in which the reader may schedule rounds."""
    return len(units(visit, Schedule.VERB)) > 1


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
