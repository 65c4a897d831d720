"""The browser's session: one signed cookie that holds the token of a server-side sign-in and the notices for the next page.

Over https the cookie is `__Host-heard` and Secure; on plain loopback http browsers refuse both, so it is `heard` there.
"""

from flask import Flask, request, session
from flask.sessions import SecureCookieSessionInterface
from flask_wtf.csrf import generate_csrf, validate_csrf
from wtforms import ValidationError

from services.house import House

TOKEN = "token"  # noqa: S105 - the name under which it lies, not the token
FIELD = "csrf_token"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class Cookie(SecureCookieSessionInterface):
    """Named and guarded by how the request came."""

    def get_cookie_name(self, app: Flask) -> str:  # noqa: ARG002 - the name depends on the request alone
        return "__Host-heard" if request.is_secure else "heard"

    def get_cookie_secure(self, app: Flask) -> bool:  # noqa: ARG002 - the name is Flask's too
        return request.is_secure


def install(app: Flask, house: House) -> None:
    app.session_interface = Cookie()
    app.secret_key = house.vault.secret("browser sessions")
    app.config.update(
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        WTF_CSRF_TIME_LIMIT=None,  # it lives as long as the session it belongs to
        WTF_CSRF_FIELD_NAME=FIELD,
    )


def signed_in(house: House) -> str | None:
    """The person this browser is signed in as."""
    token = session.get(TOKEN)
    return house.sessions.who(token, house.now()) if isinstance(token, str) else None


def begin(house: House, person: str) -> None:
    """Signs the browser in under a new token; nothing of what it was before lives on."""
    end(house)
    session[TOKEN] = house.sessions.begin(person, house.now())


def end(house: House) -> None:
    if isinstance(token := session.get(TOKEN), str):
        house.sessions.end(token)
    session.clear()


def csrf() -> str:
    """The token every form of this session carries."""
    return str(generate_csrf())


def is_ours() -> bool:
    """Whether a form was sent by a page of this house to this browser. The origin's host must be ours; its scheme may be
    another one, as it is behind a proxy that ends the encryption."""
    origin = request.headers.get("Origin")
    if origin is not None and origin.partition("://")[2] != request.host:
        return False
    try:
        validate_csrf(request.form.get(FIELD))
    except ValidationError:
        return False
    return True
