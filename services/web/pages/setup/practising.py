"""`/setup/practices`: which unit has taken up what; `/setup/practices/take-up`: one more of them, in several units at once."""

from collections.abc import Iterator, Sequence

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from services.web.doing.in_several import UNITS, Several, give_in, named, none_ticked, page, ticked
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
    template="setup/take_up.html",
    place="Set-up",
    title="Which units take it up?",
    hint="Where it is in use already, its day stays.",
    none="Choose the units that take it up.",
    done="Taken up",
)


@practising.get(EVERY)
def practices() -> str:
    visit = _entered()
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
    return page(_entered(), SEVERAL, request.args, None, request.args.getlist(UNITS))


@practising.post(f"{EVERY}/take-up")
def take_up() -> Response:
    """In all of them, but for those that have it."""
    visit = _entered()
    wanted = ticked(visit, SEVERAL, request.form)
    if not wanted:
        return none_ticked(visit, SEVERAL, request.form)
    practice = next((one for one in PRACTICES if one == request.form.get("practice")), None)
    have = [slug for slug in wanted if practice and in_use(visit.names.units[slug].practices, practice)]
    begin = [slug for slug in wanted if slug not in have]
    failed, left = give_in(visit, SEVERAL, request.form, begin)
    if failed:
        return page(visit, SEVERAL, request.form, failed, left)
    tell(" ".join(_said(visit, begin, have)))
    return redirect(EVERY, 303)


def _said(visit: Visit, begin: Sequence[str], have: Sequence[str]) -> Iterator[str]:
    if begin:
        yield f"Taken up in {named(visit, begin)}. Figures count from that day on."
    if have:
        yield f"In use already in {named(visit, have)}."


def _entered() -> Visit:
    visit = here()
    visit.must("work.set_up")
    return visit
