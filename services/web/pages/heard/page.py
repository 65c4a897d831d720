"""`/heard`: a code opens what became of it. The code comes in the body of a form and stands in no address.

A wrong code is answered at once and holds no thread; after many of them the answer says to wait. A right one is looked up
before anything is counted, so nobody's tries slow it.
"""

import logging
import sqlite3
from uuid import UUID, uuid5

from flask import Blueprint, Response, abort, request

from services import code as codes
from services.clerk.asking import Told
from services.clerk.reception import Call
from services.intake import said
from services.ledger.contract import LedgerError
from services.web.doing.giving import fresh_key
from services.web.owned import the_house
from services.web.pages.heard.story import told
from services.web.public import form_pass
from services.web.public.catalogue import Says
from services.web.public.flood import WRONG_CODES
from services.web.public.outside import number, reader, shown
from workflows.concern.commands import Deliver, Dispute, Reply, SayHeard, Withdraw
from workflows.kernel.grammar import Command, Refused
from workflows.kernel.ids import noun_of
from workflows.respect import commands as respect

heard = Blueprint("heard", __name__)
log = logging.getLogger(__name__)

CAP = 40_000
LONGEST = 8_000
NAMESPACE = UUID("6f1d2a53-0f4b-4f6b-9a55-3c1f0c3b7d10")
"""Of the keys under which the same act of the same code is one act."""


@heard.get("/heard")
def ask() -> Response:
    return shown("heard/ask.html", reader(), error="")


@heard.post("/heard")
def look() -> Response:
    """What became of it. An answer that is shown to its speaker has reached them."""
    say = reader()
    code, place = _place()
    if place is None:
        return _wrong(say)
    found = told(the_house(), place, say)
    if found is not None and found.state == "answered":
        _give(Deliver(how="page"), place, f"{code}|deliver|{len(found.steps)}")
    return _page(say, code, place, "")


@heard.post("/heard/say")
def act() -> Response:
    say = reader()
    code, place = _place()
    if place is None:
        return _wrong(say)
    command = _command(place)
    if isinstance(command, str):
        return _page(say, code, place, say(command, most=LONGEST), 422)
    return _page(say, code, place, *_done(say, command, place, f"{code}|{request.form.get('key', '')}"))


def _done(say: Says, command: Command, place: str, key: str) -> tuple[str, int]:
    try:
        outcome = _give(command, place, key)
    except (LedgerError, sqlite3.DatabaseError) as error:
        log.warning("heard: %s", error)
        return say("wrong.busy", number=number(say)), 503
    if isinstance(outcome, Told):
        return say("heard.done"), 200
    return say("heard.refused"), 409


def _give(command: Command, place: str, key: str) -> Told | Refused:
    return the_house().reception.speak(said(command), Call(id=str(uuid5(NAMESPACE, key)), via="page"), place)


def _place() -> tuple[str, str | None]:
    """The code of the form, and where what it stands for is now."""
    request.max_content_length = CAP
    if form_pass.is_foreign():
        abort(403)
    code = codes.read(request.form.get("code", ""))
    if code is None:
        return "", None
    waiting = the_house().intake.id_of(code)
    return code, the_house().waiting_room.where(waiting) if the_house().intake.is_known(waiting) else None


def _command(place: str) -> Command | str:
    """What its speaker says, or the key of what is wrong with it."""
    words = request.form.get("words", "").replace("\r\n", "\n").strip()
    if "\0" in words or "\ufffd" in words:
        return "wrong.letters"
    if len(words) > LONGEST:
        return "wrong.long"
    match request.form.get("does"):
        case "heard":
            return SayHeard()
        case "withdraw":
            return respect.Withdraw() if _noun(place) == "respect" else Withdraw()
        case "dispute" if words:
            return Dispute(why=words)
        case "reply" if words:
            return Reply(words=words)
        case _:
            return "wrong.what"


def _noun(place: str) -> str:
    item = the_house().waiting_room.item(place)
    return noun_of(item.stream if item else place)


def _page(say: Says, code: str, place: str, notice: str, status: int = 200) -> Response:
    found = told(the_house(), place, say)
    if found is None:
        return _wrong(say)
    return shown(
        "heard/heard.html",
        say,
        status,
        told=found,
        code=codes.spelled(code),
        key=fresh_key(),
        notice=notice,
        amiss=status != 200,
    )


def _wrong(say: Says) -> Response:
    often = WRONG_CODES.here().too_many()
    page = shown(
        "heard/ask.html", say, 429 if often else 404, error=say("heard.wrong_often" if often else "heard.wrong")
    )
    if often:
        page.headers["Retry-After"] = "60"
    return page
