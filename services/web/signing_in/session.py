"""The browser's session: one signed cookie that holds the token of a server-side sign-in and the notices for the next page.

Over https the cookie is `__Host-heard` and Secure; on plain loopback http browsers refuse both, so it is `heard` there.
"""

from hashlib import sha256

from flask import Flask, request, session
from flask.sessions import SecureCookieSessionInterface
from flask_wtf.csrf import generate_csrf, validate_csrf
from wtforms import ValidationError

from services.clerk.access import Actor
from services.house import House
from services.people.sessions import Owed, Session
from services.people.terms import Device

TOKEN = "token"  # noqa: S105 - the name under which it lies, not the token
FIELD = "csrf_token"
STATES = "_state_"
"""Names under which ways to the hospital's own sign-in lie: other tabs may be on theirs."""
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class Cookie(SecureCookieSessionInterface):
    """Named and guarded by how the request came."""

    def get_cookie_name(self, app: Flask) -> str:  # noqa: ARG002 - the name depends on the request alone
        return named("heard")

    def get_cookie_secure(self, app: Flask) -> bool:  # noqa: ARG002 - the name is Flask's too
        return request.is_secure


def named(cookie: str) -> str:
    """The name of a cookie of ours on the way this request came."""
    return f"__Host-{cookie}" if request.is_secure else cookie


def install(app: Flask, house: House) -> None:
    app.session_interface = Cookie()
    app.secret_key = house.vault.secret("browser sessions")
    app.config.update(
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        WTF_CSRF_TIME_LIMIT=None,  # it lives as long as the session it belongs to
        WTF_CSRF_FIELD_NAME=FIELD,
    )


def found(house: House) -> Session | None:
    """This browser's sign-in, whatever it still owes."""
    token = session.get(TOKEN)
    known = house.sessions.find(token, house.now()) if isinstance(token, str) else None
    return None if known and house.rights.is_over(known.person) else known


def past(house: House) -> Session | None:
    """The same, also when it has run out since."""
    token = session.get(TOKEN)
    return house.sessions.past(token) if isinstance(token, str) else None


def signed_in(house: House) -> str | None:
    """The person this browser is signed in as."""
    known = found(house)
    return known.person if known and not known.owed else None


def begin(house: House, person: str, device: Device = "shared", owed: Owed = "") -> None:
    """Signs the browser in under a new token; nothing of what it was before lives on."""
    others = {name: way for name, way in session.items() if name.startswith(STATES)}
    end(house)
    session.update(others)
    actor = house.rights.actor(person)
    limits = house.sign_in.limits(device, (role for role, _ in actor.roles))
    session[TOKEN] = house.sessions.begin(
        person, house.now(), owed=owed, device=device, limits=limits, roles=digest(actor)
    )


def keep_pace(house: House, known: Session, actor: Actor) -> None:
    """A new token, and the limits of today, once the person's roles are others than when the sign-in began."""
    roles = digest(actor)
    if known.roles is None or known.roles == roles:
        return
    limits = house.sign_in.limits(known.device, (role for role, _ in actor.roles))
    if token := house.sessions.renew(session[TOKEN], house.now(), limits, roles):
        session[TOKEN] = token


def digest(actor: Actor) -> bytes:
    """Of the roles somebody has, and where."""
    return sha256(repr(sorted((role, unit or "") for role, unit in actor.roles)).encode()).digest()


def end(house: House) -> None:
    if isinstance(token := session.get(TOKEN), str):
        house.sessions.end(token)
    session.clear()


def csrf() -> str:
    """The token every form of this session carries."""
    return str(generate_csrf())


def is_ours() -> bool:
    """Whether a form was sent by a page of this house to this browser."""
    if not from_here():
        return False
    try:
        validate_csrf(request.form.get(FIELD))
    except ValidationError:
        return False
    return True


def from_here() -> bool:
    """The host of the origin must be ours; its scheme may be another one, as it is behind a proxy that ends the encryption."""
    origin = request.headers.get("Origin")
    return origin is None or origin.partition("://")[2] == request.host
