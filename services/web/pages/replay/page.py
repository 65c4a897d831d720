"""`/unit/<slug>/replay`: any day of a unit, as it was known by its end and as it was, and what changed that day.

`?on=` is the day, `?look=on` shows what was so instead of what was known, `?as_of=` fixes the position of the log up to which
anything is known here, so that the address always shows the same; `?beside=` compares with another day.
"""

from datetime import date

from flask import Blueprint, redirect
from werkzeug.wrappers import Response

from services import clock
from services.reader import replay as reader
from services.reader.answers import Board
from services.reader.views import Look
from services.web.framing import shown, tabs
from services.web.layout import Tab, spoken
from services.web.pages.replay import changes, comparing, course, desks, figures, swimming
from services.web.pages.replay.replaying import Replaying
from services.web.pages.replay.stop import Stop, asked, slid
from services.web.telling import lots
from services.web.telling.lots import Showing
from services.web.visit import here
from services.wording import time_words

replay = Blueprint("replay", __name__)


@replay.get("/unit/<slug>/replay")
def show(slug: str) -> str | Response:
    visit = here()
    visit.must_in(slug, "read.board")
    stop = asked(visit, slug)
    at = Replaying(visit, stop)
    with at.look(stop.latest) as latest, at.look(stop.known) as known, at.look(stop.true) as true:
        steps = course.steps(at, latest)
        if moved := slid(stop, steps.first):
            return redirect(moved, 303)
        look = known if stop.look == "as_of" else true
        board = look.board(slug).within(visit.sees)
        then, so = reader.taken(known, slug, visit.sees), reader.taken(true, slug, visit.sees)
        stood = figures.both(stop, then, so)
        return shown(
            "replay/replay.html",
            place="Unit",
            notices=stop.notices,
            name=visit.names.unit(slug),
            tabs=tabs(visit, slug, "Replay"),
            stop=stop,
            day=f"{time_words.weekday(stop.day)} {stop.day[:4]}",
            steps=steps,
            strip=course.drawn(at, latest, steps),
            visits=course.visits(at, latest),
            since=course.since_last_visit(at, latest),
            looks=_looks(stop),
            figures=(figures.HEAD, stood),
            said=figures.said(stop, stood),
            changed=changes.changed(at, known, true),
            unknown=changes.unknown(at, reader.parted((known, then), (true, so))),
            nothing=_nothing(at, look),
            lots=_lots(at, board),
            desks=(desks.HEAD, desks.held(at, look, board)),
            swum=swimming.swum(at, look, board),
            swum_head=swimming.HEAD,
            compared=comparing.compared(at, known) if stop.beside else None,
        )


def _looks(stop: Stop) -> tuple[Tab, ...]:
    return (
        Tab("What was known then", stop.href(look="as_of"), stop.look == "as_of"),
        Tab("What was true then", stop.href(look="on"), stop.look == "on"),
    )


def _nothing(at: Replaying, look: Look) -> str:
    """Why a day is empty."""
    began = look.nothing_before(at.stop.slug)
    if began is None or at.stop.look == "on":
        return ""
    day = spoken(date.fromisoformat(clock.day_of(began, at.zone)))
    return f"Nothing was known here in Heard yet; the record begins on {day}. See what was true then."


def _lots(at: Replaying, found: Board) -> lots.Lots:
    showing = Showing(
        looking=at.stop.shown,
        names=at.visit.names,
        words=at.visit.open(lots.refs(found)),
        ours=lambda holder: at.visit.holds(holder, at.stop.slug),
        unit=at.stop.slug,
        unit_of={},
    )
    return lots.lots(found, showing)
