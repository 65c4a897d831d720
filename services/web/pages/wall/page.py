"""`/wall`: large, without names, made anew each minute. The words are those of the board; whose desk it is stays off it."""

from flask import Blueprint, abort, g, make_response, redirect, render_template, request
from msgspec.structs import replace
from werkzeug.wrappers import Response

from services import clock
from services.clerk import meanwhile
from services.people.unit_keys import UnitKey
from services.reader.answers import Board
from services.reader.views import Look
from services.web.doing.giving import Failed, fresh_key, give
from services.web.framing import shown_outside
from services.web.layout import Card, Frame, Notice
from services.web.owned import the_house
from services.web.pages.wall import huddle, machine
from services.web.telling import did, lots, recorded
from services.web.telling.lots import Lots, Showing
from services.web.visit import Visit
from services.web.when import When
from workflows.concern.commands import Raise

wall = Blueprint("wall", __name__)

THANKS = "Thank you. It is on the board, and an answer is owed to it."


@wall.get("/wall")
def show() -> str | Response:
    key = _key()
    if key is None:
        return redirect("/wall/open", 303)
    visit = _visit(key)
    found = _lots(visit, key.unit)
    told = (Notice(THANKS, "done"),) if "thanks" in request.args else ()
    counts = [(len(cards), words) for cards, words in ((found.owed, "to be answered now"), (found.waiting, "waiting"))]
    at = clock.day_of(visit.now, visit.house.plate.zone)
    return _page("wall/wall.html", visit, told, unit=visit.names.unit(key.unit), lots=found, counts=counts, day=at)


@wall.get("/wall/huddle")
def meet() -> str | Response:
    """Five minutes, standing."""
    key = _key()
    if key is None:
        return redirect("/wall/open", 303)
    visit = _visit(key)
    with visit.look(When("now", visit.today, visit.now), key.unit) as look:
        board, found = _board(visit, look, key.unit)
        spoken = huddle.minutes(visit, look, key.unit, board, found)
    return _page("wall/huddle.html", visit, (), unit=visit.names.unit(key.unit), minutes=spoken)


@wall.get("/wall/did")
def tell() -> str | Response:
    """You said, we did: for everybody who passes."""
    key = _key()
    if key is None:
        return redirect("/wall/open", 303)
    visit = _visit(key)
    with visit.look(When("now", visit.today, visit.now), key.unit) as look:
        said = did.did(look, key.unit, visit.today)
    words = visit.open(did.refs(said))
    return _page("wall/did.html", visit, (), unit=visit.names.unit(key.unit), did=did.told(said, words))


@wall.get("/wall/raise")
def ask() -> str:
    return _form(_must(), (), "")


@wall.post("/wall/raise")
def send() -> Response:
    """From the machine, so from nobody: the answer is read where the question was asked."""
    key = _must()
    if not machine.is_ours(the_house(), key):
        abort(403)
    typed = request.form.get("what", "").strip()
    if not typed or len(typed) > 8000:
        said = "Say this in a few words." if not typed else "Shorten this to 8,000 characters."
        return make_response(_form(key, (Notice(said, "refused"),), typed), 422)
    command = Raise(unit=key.unit, what=typed, speaker="unknown", urgent=request.form.get("urgent") == "yes")
    outcome = give(_visit(key), command, None, request.form.get("command", ""))
    if isinstance(outcome, Failed):
        return make_response(_form(key, outcome.notices, typed), outcome.status)
    return redirect("/wall?thanks=1", 303)


@wall.get("/wall/open")
def ask_key() -> str:
    return shown_outside(the_house(), "wall/open.html", error="")


@wall.post("/wall/open")
def open_wall() -> Response:
    house, typed = the_house(), request.form.get("key", "")
    if house.unit_keys.opened_by(typed, clock.day_of(house.now(), house.plate.zone)) is None:
        error = "This key opens nothing. Check it letter by letter, or ask for a new one."
        return make_response(shown_outside(house, "wall/open.html", error=error), 422)
    response = make_response(redirect("/wall", 303))
    machine.keep(response, typed)
    return response


def _lots(visit: Visit, unit: str) -> Lots:
    """The board as the machine may see it, each card without whose desk it is."""
    with visit.look(When("now", visit.today, visit.now), unit) as look:
        return _board(visit, look, unit)[1]


def _board(visit: Visit, look: Look, unit: str) -> tuple[Board, Lots]:
    known = meanwhile.on_board(look.board(unit), unit, visit.house.rights.waiting(visit.actor))
    found = known.within(visit.sees)
    showing = Showing(
        looking=When("now", visit.today, visit.now),
        names=visit.names,
        words=visit.open(lots.refs(found)),
        ours=lambda _: False,
        unit=unit,
        unit_of={},
    )
    return found, Lots(**{name: _nameless(cards) for name, cards in _by_name(lots.lots(found, showing))})


def _by_name(found: Lots) -> list[tuple[str, tuple[Card, ...]]]:
    return [(name, getattr(found, name)) for name in Lots.__struct_fields__]


def _nameless(cards: tuple[Card, ...]) -> tuple[Card, ...]:
    return tuple(replace(card, href="", desk="", waiting="", note="", also="") for card in cards)


def _form(key: UnitKey, notices: tuple[Notice, ...], typed: str) -> str:
    visit = _visit(key)
    token = machine.form_token(visit.house, key)
    return _page(
        "wall/raise.html", visit, notices, unit=visit.names.unit(key.unit), csrf=token, typed=typed, key=fresh_key()
    )


def _page(template: str, visit: Visit, notices: tuple[Notice, ...], **context: object) -> str:
    """Without a session, whose cookie the machine does not need."""
    house = visit.house
    frame = Frame(
        hospital=house.shown_as,
        home="/wall",
        sample=house.plate.sample,
        notices=notices,
        record=recorded.told(visit),
    )
    return render_template(f"pages/{template}", frame=frame, **context)


def _visit(key: UnitKey) -> Visit:
    visit = Visit(the_house(), "", machine.actor(the_house(), key))
    g.visit = visit
    return visit


def _must() -> UnitKey:
    """404 for a machine without a key: what is outside one's rights is not there."""
    key = _key()
    if key is None:
        abort(404)
    return key


def _key() -> UnitKey | None:
    return machine.unit_key(the_house())
