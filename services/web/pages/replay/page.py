"""`/unit/<slug>/replay`: any day of a unit, as it was known by its end and as it was, and what changed that day.

`?on=` is the day, `?reading=on` shows what was so instead of what was known, `?as_of=` fixes the position of the log up to
which anything is known here, so that the address always shows the same; `?beside=` compares with another day; `?to=` leads on
from the day to the next of something.
"""

from flask import Blueprint, make_response, redirect
from werkzeug.wrappers import Response

from services.web.framing import shown, tabs
from services.web.layout import Tab
from services.web.pages.replay import course, desks, figures, gathering, jumps, last_visit, swimming
from services.web.pages.replay.at_stop import AtStop
from services.web.pages.replay.stop import Stop, asked, slid
from services.web.visit import here
from services.wording import time_words

replay = Blueprint("replay", __name__)


@replay.get("/unit/<slug>/replay")
def show(slug: str) -> Response:
    visit = here()
    visit.must_in(slug, "read.board")
    stop = asked(visit, slug)
    at = AtStop(visit, stop)
    with at.look(stop.latest) as latest:
        steps = course.steps(at, latest)
        jumped, nowhere = jumps.jumped(at, latest)
    if moved := slid(stop, steps.first) or jumped:
        return redirect(moved, 303)
    found = gathering.told(at, steps)
    visited = last_visit.read(visit, slug)
    guide = next((one for one in at.guided if (one.slug, one.day) == (slug, stop.day)), None)
    page = shown(
        "replay/replay.html",
        place="Unit",
        notices=stop.notices,
        name=visit.names.unit(slug),
        tabs=tabs(visit, slug, "Replay"),
        stop=stop,
        day=f"{time_words.weekday(stop.day)} {stop.day[:4]}",
        steps=steps,
        strip=found.strip,
        rounds=found.rounds,
        since=found.since,
        visited=stop.href(stop.last, beside=visited) if visited and visited < stop.last else "",
        jumps=jumps.links(at),
        nowhere=nowhere,
        guided=at.guided,
        guide=guide,
        onward=next((one for one in at.guided if guide and one.n > guide.n), None),
        readings=_readings(stop),
        figures=(figures.HEAD, found.figures),
        said=figures.said(stop, found.figures),
        changed=found.changed,
        unknown=found.unknown,
        nothing=found.nothing,
        lots=found.lots,
        desks=(desks.HEAD, found.desks),
        swum=found.swum,
        swum_head=swimming.HEAD,
        compared=found.compared,
        paper=stop.lasting.replace("/replay?", "/replay.pdf?"),
    )
    response = make_response(page)
    last_visit.keep(response, visit, slug)
    return response


def _readings(stop: Stop) -> tuple[Tab, ...]:
    return (
        Tab("What was known then", stop.href(reading="as_of"), stop.reading == "as_of"),
        Tab("What was true then", stop.href(reading="on"), stop.reading == "on"),
    )
