"""Signing in and out over the API: a login and a password for a token, which is good for as long as a page's sign-in."""

import msgspec
from flask import Response, request
from marshmallow import fields, validate
from msgspec import Struct

from services.api import callers, documented, places
from services.api.declared import Declared
from services.api.fields import Line
from services.api.problems import Declined, problem
from services.api.seams import Doc, Room, View
from services.house import House
from services.people.accounts import Busy
from services.people.throttle import Attempt, coarse


class Opened(Struct, frozen=True):
    """A sign-in: send `token` as a bearer token. `person` is the id that facts and desks know."""

    token: str
    person: str


class SignIn(Declared):
    """A login and its password."""

    login = Line(required=True, validate=validate.Length(1, 200), metadata={"title": "Login"})
    password = fields.String(required=True, validate=validate.Length(1, 1000), metadata={"title": "Password"})
    code = Line(validate=validate.Length(1, 40), metadata={"title": "Code of the second step, where there is one"})


def room(house: House) -> Room:
    session = Room("session", "Signing in and out.", places.ROOT)
    session.operation("POST", "/session", _begin(house), _BEGIN, sent=SignIn)
    session.operation("DELETE", "/session", _end(house), _END)
    return session


def _begin(house: House) -> View:
    def sign_in(sent: dict[str, str]) -> Response:
        """Sign in."""
        person = _admitted(house, sent)
        if owed := _owed(house, person):
            raise Declined(problem(403, owed))
        opened = Opened(house.sessions.begin(person, house.now()), person)
        return Response(msgspec.json.encode(opened), 201, mimetype="application/json")

    return sign_in


def _admitted(house: House, sent: dict[str, str]) -> str:
    """The person, unless too many were tried; those with a second step give its code too."""
    attempt = Attempt(f"password {sent['login']}", coarse(request.remote_addr))
    if seconds := house.throttle.enter(attempt):
        wait = {"Retry-After": str(seconds)}
        raise Declined(problem(429, "That was tried too often; Retry-After says when to try again."), wait)
    try:
        person = house.accounts.sign_in(sent["login"], sent["password"])
    except Busy as error:
        raise Declined(
            problem(503, "Many people sign in at this moment; try once more."), {"Retry-After": "1"}
        ) from error
    if person is None:
        raise callers.not_signed_in("Login and password do not belong together.")
    if house.second_factors.has(person) and not house.second_factors.takes(person, sent.get("code", ""), house.now()):
        raise callers.not_signed_in("Send the `code` of your second step too; each is taken once.")
    house.throttle.succeeded(attempt)
    return person


def _owed(house: House, person: str) -> str:
    """What has to be done on the pages first, as a sentence; "" when nothing has."""
    if house.rights.is_over(person):
        return "The time you were given here is over."
    if house.accounts.must_replace(person):
        return "Sign in on the pages first and choose a password of your own."
    roles = (role for role, _ in house.rights.actor(person).roles)
    lacks = not house.plate.sample and house.sign_in.asks_for_code(roles) and not house.second_factors.has(person)
    return "Your role asks for a second step. Sign in on the pages first and set it up." if lacks else ""


def _end(house: House) -> View:
    def sign_out() -> Response:
        """Sign out."""
        token = callers.bearer()
        if token is None or house.sessions.who(token, house.now()) is None:
            raise callers.not_signed_in("There is no sign-in to end.")
        house.sessions.end(token)
        return Response(status=204)

    return sign_out


_BEGIN: Doc = {
    "operationId": "session.begin",
    "security": [],
    "responses": {
        "201": documented.answer(Opened, "Signed in."),
        **documented.errors((400, 401, 403, 413, 415, 422, 429, 503)),
    },
}
_END: Doc = {
    "operationId": "session.end",
    "security": [{"bearer": []}],
    "responses": {"204": {"description": "Signed out."}, **documented.errors((401, 503))},
}
