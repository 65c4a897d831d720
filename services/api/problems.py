"""Errors as RFC 9457 problems: one shape, one status for each cause, always a sentence somebody can act on.

`key` and `fields` are those of a refusal, for clients that speak other languages; `errors` names what was wrong with which
part of a request.
"""

import logging
import sqlite3
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any

import msgspec
import sqlalchemy.exc
from flask import Response, request
from msgspec import UNSET, Struct, UnsetType
from werkzeug.exceptions import HTTPException

from services.clerk.sealing import Tampered
from services.ledger.contract import LedgerError, OutcomeUnknown
from services.reader.reader import Stopped
from services.reader.store import ViewsUnavailable
from services.sentences import sentence
from workflows.kernel.grammar import Refused, refused

MEDIA_TYPE = "application/problem+json"
RETRY_AFTER = "2"
"""Seconds until it is worth asking again."""

_STATUS = {
    "forbidden": HTTPStatus.FORBIDDEN,
    "command.reused": HTTPStatus.UNPROCESSABLE_ENTITY,
    "stale": HTTPStatus.PRECONDITION_FAILED,
}
"""Refusals that are not a rule of the house (409)."""

_DETAIL = {
    404: "There is nothing at this address; /api/v1/openapi.json lists what there is.",
    405: "This address does not take that method; Allow says which it takes.",
    500: "Something broke on our side. Try once more; if it stays, tell whoever runs Heard.",
}

UNAVAILABLE = (
    LedgerError,
    Tampered,
    ViewsUnavailable,
    Stopped,
    sqlite3.DatabaseError,
    sqlalchemy.exc.DBAPIError,
    sqlalchemy.exc.TimeoutError,
)
"""What is not the fault of whoever asks: it passes, or an operator finds it in the log."""

log = logging.getLogger(__name__)


class Fault(Struct, frozen=True):
    """What is wrong where: `where` is `body`, `query` or `header`; `name` the field, dotted for one inside another."""

    where: str
    name: str
    detail: str


class Problem(Struct, frozen=True, kw_only=True):
    """The body of every error."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    key: str | UnsetType = UNSET
    fields: Mapping[str, str | int] | UnsetType = UNSET
    errors: tuple[Fault, ...] | UnsetType = UNSET


class Declined(HTTPException):
    """Ends a request with a problem."""

    def __init__(self, problem: Problem, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(problem.detail)
        self.code = problem.status
        self.problem = problem
        self.headers = dict(headers or {})


def problem(status: int, detail: str, **more: Any) -> Problem:
    return Problem(title=HTTPStatus(status).phrase, status=status, detail=detail, **more)


def unknown(what: str) -> Declined:
    """Nothing of it is there for this caller; whether it exists is not said."""
    refusal = refused("unknown", what=what)
    return Declined(problem(404, sentence(refusal), key=refusal.key, fields=refusal.fields))


def declined(refusal: Refused, **names: str) -> Declined:
    """What the rules of the house say, as a problem; `names` say fields of the sentence as people do."""
    status = _STATUS.get(refusal.key, HTTPStatus.CONFLICT)
    said = sentence(Refused(refusal.key, {**refusal.fields, **names}))
    return Declined(problem(status, said, key=refusal.key, fields=refusal.fields))


def faulty(where: str, messages: Mapping[Any, Any], status: int = 422) -> Declined:
    """marshmallow's messages about one part of the request."""
    faults = tuple(Fault(where, name, detail) for name, detail in _spread(messages))
    wrong = "One field is not as it" if len(faults) == 1 else f"{len(faults)} fields are not as they"
    stored = "; nothing was stored" if where == "body" else ""
    return Declined(problem(status, f"{wrong} should be{stored}.", errors=faults))


def _spread(messages: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    if isinstance(messages, Mapping):
        for name, inner in messages.items():
            yield from _spread(inner, path if name == "_schema" else (*path, str(name)))
    elif isinstance(messages, list | tuple):
        for inner in messages:
            yield from _spread(inner, path)
    else:
        yield ".".join(path), str(messages)


def of_exception(error: HTTPException) -> Response:
    """Whatever ends a request, as a problem."""
    if isinstance(error, Declined):
        return answered(error.problem, error.headers)
    status = error.code or 500
    headers = {name: value for name, value in error.get_headers() if name in ("Allow", "Retry-After")}
    detail = _DETAIL.get(status) or error.description or HTTPStatus(status).phrase
    return answered(problem(status, detail), headers)


def unavailable(error: Exception) -> Response:
    """The store cannot answer now: nothing was stored, or it is not known whether it was."""
    retry = {"Retry-After": RETRY_AFTER}
    log.error("%s %s: %s", request.method, request.path, error)
    if isinstance(error, OutcomeUnknown):
        return answered(problem(503, sentence(refused("outcome_unknown")), key="outcome_unknown"), retry)
    reads = request.method in ("GET", "HEAD")
    refusal = refused("unavailable.read") if reads else refused("unavailable")
    return answered(problem(503, sentence(refusal), key=refusal.key), retry)


def answered(problem: Problem, headers: Mapping[str, str]) -> Response:
    response = Response(msgspec.json.encode(problem), status=problem.status, mimetype=MEDIA_TYPE)
    response.headers.update(headers)
    return response
