"""What a stop is told from, gathered once for the page and for the paper."""

from datetime import date

from markupsafe import Markup
from msgspec import Struct

from services import clock
from services.reader import replay as reader
from services.reader.answers import Board
from services.reader.views import Look
from services.web.layout import spoken
from services.web.pages.replay import changes, comparing, course, desks, figures, swimming
from services.web.pages.replay.at_stop import AtStop
from services.web.pages.replay.changes import Changed, Gaps
from services.web.pages.replay.comparing import Compared
from services.web.pages.replay.course import Steps
from services.web.pages.replay.swimming import Swum
from services.web.telling import lots
from services.web.telling.lots import Lots, Showing


class Told(Struct, frozen=True, kw_only=True):
    """One stop: `figures` in both readings, `lots` and `desks` in the one that is shown; `nothing` is why it is empty."""

    strip: Markup
    rounds: list[tuple[str, str, str]]
    since: str
    figures: list[figures.Line]
    changed: Changed
    unknown: Gaps
    nothing: str
    lots: Lots
    desks: list[tuple[str, str, str, str, tuple[str, str]]]
    swum: Swum | None
    compared: Compared | None


def told(at: AtStop, steps: Steps) -> Told:
    stop, visit, slug = at.stop, at.visit, at.stop.slug
    with at.look(stop.latest) as latest, at.look(stop.known) as known, at.look(stop.true) as true:
        look = known if stop.reading == "as_of" else true
        board = look.board(slug).within(visit.sees)
        then, so = at.unit.taken(known), at.unit.taken(true)
        return Told(
            strip=course.drawn(at, latest, steps),
            rounds=course.rounds(at, latest),
            since=course.since_last_rounds(at, latest),
            figures=figures.both(stop, then, so),
            changed=changes.changed(at, known, true),
            unknown=changes.unknown(at, reader.parted((known, then), (true, so))),
            nothing=_nothing(at, look),
            lots=_lots(at, board),
            desks=desks.held(at, look, board),
            swum=swimming.swum(at, look, board),
            compared=comparing.compared(at, known) if stop.beside else None,
        )


def _nothing(at: AtStop, look: Look) -> str:
    """Why a day is empty."""
    began = look.nothing_before(at.stop.slug)
    if began is None or at.stop.reading == "on":
        return ""
    day = spoken(date.fromisoformat(clock.day_of(began, at.zone)))
    return f"Nothing was known here in Heard yet; the record begins on {day}. See what was true then."


def _lots(at: AtStop, found: Board) -> Lots:
    showing = Showing(
        looking=at.stop.shown,
        names=at.visit.names,
        words=at.visit.open(lots.refs(found)),
        ours=lambda holder: at.visit.holds(holder, at.stop.slug),
        unit=at.stop.slug,
        unit_of={},
    )
    return lots.lots(found, showing)
