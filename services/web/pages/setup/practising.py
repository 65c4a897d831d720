"""`/setup/practices`: which unit has taken up what; `/setup/practices/take-up`: one more of them, in several units at once."""

from collections.abc import Iterator, Sequence

from flask import Blueprint, abort, redirect, request
from werkzeug.wrappers import Response

from services.web.doing.forms import Typed
from services.web.doing.giving import Failed, answered, fresh_key
from services.web.doing.in_several import UNITS, Several, asked_for, give_in, named, ticked
from services.web.doing.offers import units
from services.web.framing import shown, tell
from services.web.telling.practices import Place, in_short, taken
from services.web.visit import Visit, here
from services.web.when import When
from workflows.kernel.moments import utc_day
from workflows.kernel.practices import PRACTICES, in_use
from workflows.unit.commands import AdoptPractice

practising = Blueprint("practising", __name__)

EVERY = "/setup/practices"
SEVERAL = Several(
    kind=AdoptPractice,
    title="Which units take it up?",
    hint="Where it is in use already, its day stays.",
    none="Choose the units that take it up.",
    done="Taken up",
)


@practising.get(EVERY)
def practices() -> str:
    visit = here()
    visit.must("work.set_up")
    may = visit.may(AdoptPractice.VERB)
    with visit.look(When("now", visit.today, visit.now)) as look:
        rows = [stint.row for stint in look.units() if stint.row.slug and stint.row.is_open]
    found = [
        (
            row.name,
            taken(
                row.practices,
                Place(
                    day=visit.today,
                    opened=utc_day(row.recorded),
                    unit=f"unit-{row.slug}" if may else "",
                    back=EVERY,
                ),
            ),
        )
        for row in rows
    ]
    return shown(
        "setup/practices.html",
        place="Set-up",
        units=[(name, in_short(practices), practices) for name, practices in found],
        several=f"{EVERY}/take-up?since={visit.today}" if len(units(visit, AdoptPractice.VERB)) > 1 else "",
    )


@practising.get(f"{EVERY}/take-up")
def ask() -> Response:
    return _form(here(), request.args, None, request.args.getlist(UNITS))


@practising.post(f"{EVERY}/take-up")
def take_up() -> Response:
    """In all of them, but for those that have it."""
    visit = here()
    wanted = ticked(visit, SEVERAL, request.form)
    if not wanted:
        return _form(visit, request.form, Failed(422, wrong={UNITS: SEVERAL.none}), ())
    practice = next((one for one in PRACTICES if one == request.form.get("practice")), None)
    have = [slug for slug in wanted if practice and in_use(visit.names.units[slug].practices, practice)]
    begin = [slug for slug in wanted if slug not in have]
    failed, left = give_in(visit, SEVERAL, request.form, begin)
    if failed:
        return _form(visit, request.form, failed, left)
    tell(" ".join(_said(visit, begin, have)))
    return redirect(EVERY, 303)


def _said(visit: Visit, begin: Sequence[str], have: Sequence[str]) -> Iterator[str]:
    if begin:
        yield f"Taken up in {named(visit, begin)}. Figures count from that day on."
    if have:
        yield f"In use already in {named(visit, have)}."


def _form(visit: Visit, typed: Typed, failed: Failed | None, left: Sequence[str]) -> Response:
    visit.must("work.set_up")
    if not units(visit, AdoptPractice.VERB):
        abort(404)
    page = shown(
        "setup/take_up.html",
        place="Set-up",
        notices=failed.notices if failed else (),
        fields=asked_for(visit, SEVERAL, typed, failed, left),
        key=fresh_key(),
    )
    return answered(page, failed)
