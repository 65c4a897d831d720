"""`/scorecard`: the four responsibilities of the hospital's leaders, or (`?unit=`) of a unit's, over the last four quarters."""

from flask import Blueprint, abort, redirect, request
from werkzeug.wrappers import Response

from services.web import when
from services.web.framing import hospital_tabs, shown, tabs
from services.web.pages.scorecard import telling
from services.web.pages.scorecard.gathering import again, gathered
from services.web.telling import reference
from services.web.visit import Visit, here
from workflows.kernel.ids import is_id

scorecard_page = Blueprint("scorecard", __name__)


@scorecard_page.get("/scorecard")
def show() -> str:
    visit = here()
    looking = when.when(visit)
    slug = request.args.get("unit") or None
    if slug:
        visit.must_in(slug, "read.board")
    else:
        visit.must("read.figures")
    found = gathered(visit, slug, looking)
    keep, may = (("unit", slug),) if slug else (), visit.may("goal.agree", slug) and not looking.past
    return shown(
        "scorecard/scorecard.html",
        place="Unit" if slug else "Hospital",
        notices=looking.notices,
        moment=when.control(visit, looking, keep),
        again=reference.told(visit, looking, "scorecard", slug, again(visit, slug, looking)),
        title=visit.names.unit(slug),
        tabs=tabs(visit, slug, "Scorecard") if slug else hospital_tabs(visit, "Scorecard"),
        lines=found.lines,
        goals=found.goals,
        agree=f"/do/goal/agree?{f'unit={slug}&' if slug else ''}next={telling.back(slug)}" if may else "",
        ready=telling.ready(slug, looking, found.taken) if may else [],
        funnel=found.funnel,
        units=[] if slug else [(visit.names.unit(one), telling.back(one)) for one in _readable(visit)],
        maturity=f"/maturity?unit={slug}" if slug else "/maturity" if visit.may("read.hospital") else "",
    )


def _readable(visit: Visit) -> list[str]:
    return [slug for slug in visit.names.units if visit.may("read.board", slug)]


@scorecard_page.get("/goal/<stream>")
def find(stream: str) -> Response:
    """Where a goal stands."""
    visit = here()
    if not is_id(stream, "goal") or not visit.sees(stream):
        abort(404)
    return redirect(telling.back(visit.unit_of(stream)), 303)
