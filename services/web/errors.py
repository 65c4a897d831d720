"""Pages for what went wrong: one plain sentence, what to do next, the right status."""

import errno
import logging
import sqlite3

from flask import Flask, Response, g, make_response, render_template, request
from sqlalchemy.exc import DBAPIError
from werkzeug.exceptions import HTTPException

from services import sentences
from services.clerk.sealing import Tampered
from services.house import House
from services.ledger.contract import LedgerError
from services.reader.reader import Stopped
from services.reader.store import ViewsUnavailable
from services.web.doing.giving import RETRY_SECONDS
from services.web.framing import framed
from services.web.guard import PUBLIC
from services.web.layout import Frame
from services.web.signing_in import session
from services.web.visit import Visit
from workflows.kernel.grammar import refused

log = logging.getLogger(__name__)

UNAVAILABLE = (LedgerError, Tampered, ViewsUnavailable, Stopped, sqlite3.DatabaseError, DBAPIError)
"""A store cannot be read or written now: nothing of ours is at fault in what was asked."""

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})
"""Of what the system says: the disk takes nothing more."""

SENTENCES = {
    400: (
        "That did not arrive whole",
        "Part of what was sent could not be read. Nothing was stored; send it once more.",
    ),
    403: (
        "Not here",
        "This form is no longer valid, so nothing was stored. Load the page again and send it once more.",
    ),
    404: (
        "There is nothing here",
        "The link may be old, or this may not be yours to see. Begin anew from the first page, or ask whoever sent it.",
    ),
    405: ("There is nothing here", "This address is not a page. Go back and use its buttons."),
    413: ("That is too much at once", "What was sent is larger than this page takes. Nothing was stored; send less."),
    500: ("Something broke on our side", "It is not your fault. Try once more; if it stays, tell whoever runs Heard."),
}


KNOWN_PLACES = frozenset({403, 404, 405})
"""Whoever is signed in finds on from there."""


def install(app: Flask, house: House) -> None:
    frame = Frame(hospital=house.plate.name, sample=house.plate.sample)

    def refused_page(error: Exception) -> Response:
        return page(house, frame, error)

    for code in SENTENCES:
        app.register_error_handler(code, refused_page)
    for unavailable in (*UNAVAILABLE, OSError):
        app.register_error_handler(unavailable, refused_page)


def page(house: House, frame: Frame, error: Exception) -> Response:
    """The page for an error."""
    status, title, text = described(error)
    if status in KNOWN_PLACES and (visit := _known(house)) is not None:
        frame = framed(visit)  # the same for what is not there and for what is not theirs to see
    response = make_response(render_template("pages/error/error.html", frame=frame, title=title, text=text), status)
    if status == 503:
        response.headers["Retry-After"] = RETRY_SECONDS
    return response


def _known(house: House) -> Visit | None:
    """Who is signed in, also where no page begins: the same for what is not there and for what is not theirs to see."""
    if (visit := g.get("visit")) is not None:
        return visit  # type: ignore[no-any-return] # as the guard left it
    if request.endpoint is not None or (person := session.signed_in(house)) is None:
        return None
    return Visit(house, person)


def described(error: Exception) -> tuple[int, str, str]:
    """Status, title and sentence."""
    if isinstance(error, UNAVAILABLE) or (isinstance(error, OSError) and error.errno in FULL):
        log.error("%s %s: %s", request.method, request.path, error)
        return 503, "Heard is out of breath", sentences.sentence(refused("unavailable"))
    if isinstance(error, OSError):
        log.error("%s %s", request.method, request.path, exc_info=error)
    code = (error.code or 500) if isinstance(error, HTTPException) else 500
    _note_refusal(code)
    title, text = SENTENCES.get(code, SENTENCES[400])
    return code, title, text


def _note_refusal(code: int) -> None:
    """A line for what was not allowed: which page, and who where somebody is signed in; of public pages nothing."""
    if code in (403, 404, 413) and request.blueprint not in PUBLIC:
        known = g.get("session")
        log.warning(
            "refused: %s %s %s by %s", code, request.method, request.endpoint, known.person if known else "nobody"
        )
