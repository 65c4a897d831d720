"""Signing in and out over the API: a login and a password for a token, which is good for as long as a page's sign-in."""

import msgspec
from flask import Response
from marshmallow import fields, validate
from msgspec import Struct

from services.api import callers, documented, places
from services.api.declared import Declared
from services.api.fields import Line
from services.api.seams import Doc, Room, View
from services.house import House


class Opened(Struct, frozen=True):
    """A sign-in: send `token` as a bearer token. `person` is the id that facts and desks know."""

    token: str
    person: str


class SignIn(Declared):
    """A login and its password."""

    login = Line(required=True, validate=validate.Length(1, 200), metadata={"title": "Login"})
    password = fields.String(required=True, validate=validate.Length(1, 1000), metadata={"title": "Password"})


def room(house: House) -> Room:
    session = Room("session", "Signing in and out.", places.ROOT)
    session.operation("POST", "/session", _begin(house), _BEGIN, sent=SignIn)
    session.operation("DELETE", "/session", _end(house), _END)
    return session


def _begin(house: House) -> View:
    def sign_in(sent: dict[str, str]) -> Response:
        """Sign in."""
        person = house.people.sign_in(sent["login"], sent["password"])
        if person is None:
            raise callers.not_signed_in("Login and password do not belong together.")
        opened = Opened(house.sessions.begin(person, house.now()), person)
        return Response(msgspec.json.encode(opened), 201, mimetype="application/json")

    return sign_in


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
        **documented.errors((400, 401, 413, 415, 422, 503)),
    },
}
_END: Doc = {
    "operationId": "session.end",
    "security": [{"bearer": []}],
    "responses": {"204": {"description": "Signed out."}, **documented.errors((401, 503))},
}
