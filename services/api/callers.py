"""Who asks: the token of a sign-in, as a bearer token or, for reads alone, in the cookie that pages use.

A command never rides on a cookie: a browser sends it along whoever wrote the page, a bearer token only where somebody meant it.
"""

from collections.abc import Callable

from flask import g, request, session
from msgspec.structs import replace

from services import clock
from services.api.problems import Declined, problem
from services.clerk.access import Actor, spelled
from services.house import House
from services.people.tokens import BEGINS
from workflows.kernel.ids import is_id, is_slug, noun_of

COOKIE_FIELD = "token"
"""Where the pages' own cookie keeps it."""
CHALLENGE = {"WWW-Authenticate": 'Bearer realm="heard"'}


def asker() -> Actor:
    """Who asks, in a room that has a porter."""
    actor: Actor = g.actor
    return actor


def porter(house: House, *, cookies: bool) -> Callable[[], None]:
    """Lets nobody in who is not signed in."""

    def let_in() -> None:
        token = bearer() or (_from_cookie() if cookies else None)
        actor = _actor(house, token) if token else None
        if actor is None:
            raise not_signed_in("Sign in with POST /api/v1/session and send its token as `Authorization: Bearer …`.")
        g.actor = actor
        house.looks.opened(actor, "opened_page", _about())

    return let_in


def _about() -> str | None:
    """The record or the unit that the address names."""
    for name, value in (request.view_args or {}).items():
        if name == "unit" and is_slug(str(value)):
            return f"unit-{value}"
        if is_id(str(value), noun_of(str(value))):
            return str(value)
    return None


def _actor(house: House, token: str) -> Actor | None:
    """Whose sign-in this is, or whose program's token and what that is for."""
    if not token.startswith(BEGINS):
        person = house.sessions.who(token, house.now())
        return house.rights.actor(person) if person and not house.rights.is_over(person) else None
    found = house.tokens.find(token, clock.day_of(house.now(), house.plate.zone))
    return replace(house.rights.actor(found.person), only=spelled(*found.scopes)) if found else None


def bearer() -> str | None:
    """The token sent with the request, known or not."""
    sent = request.authorization
    return sent.token if sent is not None and sent.type == "bearer" else None


def not_signed_in(detail: str) -> Declined:
    return Declined(problem(401, detail), CHALLENGE)


def _from_cookie() -> str | None:
    token = None if request.authorization else session.get(COOKIE_FIELD)
    return token if isinstance(token, str) else None
