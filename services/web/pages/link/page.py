"""`/link/<token>`: one barrier for whoever holds it and has no account; `/barrier/<id>/link` draws such a link.

Opening the page uses nothing up, so that a mail scanner may look first; saying something does. Whatever is wrong with a link,
the page is the same, and says nothing of what it was for.
"""

import sqlite3

from flask import Blueprint, abort, make_response, request
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from services import clock
from services.clerk.access import Actor
from services.clerk.asking import Told
from services.clerk.reception import Call
from services.house import House
from services.ledger.contract import LedgerError
from services.people.links import Link
from services.sentences import sentence
from services.web.doing.forms import Offers, Typed, Wrong, asked, command_of, fields
from services.web.framing import shown, shown_outside
from services.web.layout import Choice, Notice
from services.web.owned import the_house
from services.web.phrases import button
from services.web.visit import here
from services.wording import time_words
from services.wording.names import Names
from workflows import lexicon
from workflows.barrier.state import Offered, Unsettled, Working
from workflows.kernel.grammar import Refused, refused
from workflows.kernel.roles import as_holder

link = Blueprint("link", __name__)

SUBJECT = "Something waits on you"
BODY = """A unit waits for something that is yours to move.

See what it is, and say yes, give it back, or say by when:
{link}

The link is for you alone and for one answer; it is good for two weeks.
"""
OFFERED = ("barrier.accept", "barrier.return")
WORKING = ("barrier.claim_removed", "barrier.promise_new_date", "barrier.wait_on", "barrier.return")


@link.post("/barrier/<stream>/link")
def draw(stream: str) -> str:
    """Shown once, to be handed on; sent, where there is an address and the house sends mail."""
    visit = here()
    house, state = visit.house, visit.house.clerk.memory.get(stream).state
    visit.must("barrier.assign", state.unit, stream)
    if not is_for(house, state):
        abort(404)
    holder = state.obstacle.holder
    path = f"/link/{house.links.draw(stream, holder, visit.now)}"
    body = BODY.format(link=house.outbox.link(path))
    sent = house.people.mail_of(holder) is not None and house.outbox.put(
        holder, SUBJECT, body, f"link|{path}", about=stream
    )
    return shown(
        "link/drawn.html",
        place="Unit",
        name=visit.names.of(holder),
        address=request.host_url.rstrip("/") + path,
        sent=sent,
        back=f"/barrier/{stream}",
    )


def is_for(house: House, state: object) -> bool:
    """Whether a barrier lies with somebody who cannot sign in."""
    if not isinstance(state, Offered | Working):
        return False
    holder = state.obstacle.holder
    return holder.startswith(("person-", "party-")) and holder not in house.people.logins()


@link.get("/link/<token>")
def look(token: str) -> Response | str:
    house = the_house()
    found = house.links.find(token, house.now())
    return _page(house, found, token) if found else _over(house)


@link.post("/link/<token>/<verb>")
def act(token: str, verb: str) -> Response | str:
    house = the_house()
    found = house.links.find(token, house.now())
    if found is None:
        return _over(house)
    kind = next((lexicon.COMMAND_TYPES[one] for one in _verbs(house, found) if one == f"barrier.{verb}"), None)
    if kind is None:
        return _over(house)
    command = command_of(kind, request.form)
    if isinstance(command, Wrong):
        return make_response(_page(house, found, token, verb=verb, wrong=command.errors), 422)
    try:
        told = house.reception.ask(_actor(found), command, Call(id=found.command, via="page"), found.stream)
    except (LedgerError, sqlite3.DatabaseError):
        return make_response(_page(house, found, token, said=sentence(refused("unavailable"))), 503)
    if isinstance(told, Refused):
        return make_response(_page(house, found, token, said=sentence(told)), 409)
    assert isinstance(told, Told)
    house.links.use(token)
    return shown_outside(house, "link/thanks.html")


def _actor(found: Link) -> Actor:
    return Actor(found.holder, frozenset(), "link")


def _verbs(house: House, found: Link) -> tuple[str, ...]:
    """What can be said to it as it stands, while it lies with whom the link was drawn for."""
    state = house.clerk.memory.get(found.stream).state
    if not isinstance(state, Unsettled) or state.obstacle.holder != found.holder:
        return ()
    verbs = OFFERED if isinstance(state, Offered) else WORKING if isinstance(state, Working) else ()
    actor = _actor(found)
    return tuple(verb for verb in verbs if house.rights.may(actor, verb, state.unit, found.stream))


def _page(
    house: House, found: Link, token: str, *, verb: str = "", wrong: dict[str, str] | None = None, said: str = ""
) -> Response | str:
    state, verbs = house.clerk.memory.get(found.stream).state, _verbs(house, found)
    if not verbs or not house.rights.may(_actor(found), "read.issue", state.unit, found.stream):
        return _over(house)
    what, today = state.obstacle.what, clock.day_of(house.now(), house.plate.zone)
    names = Names(house)
    return shown_outside(
        house,
        "link/link.html",
        notices=(Notice(said, "refused"),) if said else (),
        words=house.door.open([what]).get(what, ""),
        facts=(
            ("Where", names.unit(state.unit)),
            ("Promised for", time_words.short(state.obstacle.due, today)),
        ),
        forms=[
            _form(house, token, one, request.form if one == f"barrier.{verb}" else MultiDict(), wrong) for one in verbs
        ],
    )


def _form(house: House, token: str, verb: str, typed: Typed, wrong: dict[str, str] | None) -> dict[str, object]:
    questions = asked(lexicon.COMMAND_TYPES[verb])
    return {
        "action": f"/link/{token}/{verb.partition('.')[2]}",
        "button": button(verb),
        "fields": fields(questions, _offers(house), typed, (wrong or {}) if typed else {}),
        "open": bool(typed),
    }


def _offers(house: House) -> Offers:
    """Roles alone: whoever has only a link learns no name."""
    held = ((role, one.title) for role, one in house.access.roles.items() if one.held == "hospital")
    return {"whom": tuple(Choice(as_holder(role), title) for role, title in held)}


def _over(house: House) -> Response:
    return make_response(shown_outside(house, "link/over.html"), 404)
