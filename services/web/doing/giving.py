"""A form becomes a command and is given to the reception; what was typed is never lost, whatever comes of it."""

import logging
import sqlite3
from datetime import date
from uuid import UUID, uuid4

from flask import Response, make_response, redirect, request
from msgspec import Struct

from services import code as codes
from services import sentences
from services.clerk.asking import Told
from services.clerk.reception import Call
from services.ledger.contract import LedgerError, OutcomeUnknown
from services.web.doing.forms import Typed, Wrong, command_of
from services.web.framing import tell
from services.web.layout import Notice
from services.web.paths import local
from services.web.phrases import done
from services.web.visit import Visit
from workflows.kernel.grammar import Command, Refused, refused
from workflows.kernel.moments import Day

RETRY_SECONDS = "10"
EARLIEST: Day = "1900-01-01"
log = logging.getLogger(__name__)


class Failed(Struct, frozen=True):
    """Why nothing came of a form: a status, a sentence for the top of the page, and what is wrong with its fields."""

    status: int
    sentence: str = ""
    wrong: dict[str, str] = {}

    @property
    def notices(self) -> tuple[Notice, ...]:
        return (Notice(self.sentence, "refused"),) if self.sentence else ()


def given(visit: Visit, kind: type[Command], to: str | None, typed: Typed) -> Told | Failed:
    """Gives the command a form spells out."""
    command = command_of(kind, typed)
    if isinstance(command, Wrong):
        return Failed(422, wrong=command.errors)
    day = happened_on(visit, typed)
    return day if isinstance(day, Failed) else give(visit, command, to, typed.get("command", ""), day)


def give(visit: Visit, command: Command, to: str | None, retry_key: str, occurred: Day | None = None) -> Told | Failed:
    """The same for a command a page has built itself."""
    return give_as(visit, command, to, Call(id=_key(retry_key), via="page", occurred=occurred))


def give_as(visit: Visit, command: Command, to: str | None, call: Call) -> Told | Failed:
    """The same, whichever way it came."""
    try:
        outcome = visit.house.reception.ask(visit.actor, command, call, to)
    except OutcomeUnknown as error:
        log.warning("%s: %s", command.VERB, error)
        return Failed(503, sentences.sentence(refused("outcome_unknown")))
    except (LedgerError, sqlite3.DatabaseError) as error:
        log.warning("%s: %s", command.VERB, error)
        return Failed(503, sentences.sentence(refused("unavailable")))
    if isinstance(outcome, Refused):
        return Failed(403 if outcome.key == "forbidden" else 409, said(visit, outcome))
    return outcome


def said(visit: Visit, refusal: Refused) -> str:
    """A refusal as a sentence; holders in it by name."""
    named = {
        name: visit.names.of(value) if name == "holder" and isinstance(value, str) else value
        for name, value in refusal.fields.items()
    }
    return sentences.sentence(Refused(refusal.key, named))


def sent_on(verb: str, otherwise: str) -> Response:
    """After a form was carried out: to where it came from, with a word of thanks."""
    tell(done(verb))
    return make_response(redirect(local(request.form.get("next"), otherwise), 303))


def answered(page: str, failed: Failed | None) -> Response:
    """A form's page, with the status of what came of it."""
    response = make_response(page, failed.status if failed else 200)
    if failed and failed.status == 503:
        response.headers["Retry-After"] = RETRY_SECONDS
    return response


def fresh_key() -> str:
    """What makes pressing twice the same as pressing once."""
    return str(uuid4())


def happened_on(visit: Visit, typed: Typed) -> Day | Failed | None:
    """The day it happened, when a late entry says one; today needs no saying."""
    day = typed.get("happened_on", "").strip()
    if not day or day == visit.today:
        return None
    try:
        read = date.fromisoformat(day).isoformat()
    except ValueError:
        return Failed(422, "The day on which it happened could not be read. Give it as 2025-07-14.")
    return read if EARLIEST < read < visit.today else Failed(422, "Give a day that has come, not one before 1900.")


def _key(typed: str) -> str:
    """A command's own key: a UUID, or the code by which somebody anonymous finds back."""
    if codes.read(typed) == typed:
        return typed
    try:
        return str(UUID(typed))
    except ValueError:
        return fresh_key()
