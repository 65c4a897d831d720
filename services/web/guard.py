"""What every response carries and every request passes before a page sees it.

The referrer policy is `same-origin` and not `no-referrer`: nothing leaves the house either way, but with the latter
browsers send `Origin: null` with our own forms, and the check of the origin would have nothing to hold.
"""

from flask import Flask, Response, abort, request

from services.web.front import Front
from services.web.signing_in import session

CAP = 1_000_000
"""Bytes of a body."""
LARGER = {"importing.upload": 50_000_000, "start.found": 6_000_000, "photo.add": 11_000_000}
"""Pages that take files."""
ASKS_ITSELF = frozenset({"sign_in.enter", "wall.send"})
"""The sign-in is shown again when its form is not ours: with two tabs open, the second one's is old. The wall's forms carry
a token of their machine instead of one of a session."""

PUBLIC = frozenset({"speak", "heard", "commitment", "ballot"})
"""Pages anybody may open: no session is looked for there, and their forms carry a pass that says nothing of whose they are."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
    "require-trusted-types-for 'script'; trusted-types default"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
WORKER = "/static/rounds-worker.js"
"""It looks after the pages of rounds, and no others."""
API = "/api/"
STATIC = "/static/"


def install(app: Flask, front: Front) -> None:
    app.config["TRUSTED_HOSTS"] = front.hosts
    app.config["MAX_CONTENT_LENGTH"] = CAP
    app.before_request(_refuse_forgeries)
    app.after_request(_dressed)


def is_page() -> bool:
    """Whether the request is for a page: the API brings its own manners, static files need none."""
    return not request.path.startswith((API, STATIC))


def _refuse_forgeries() -> None:
    if request.endpoint in LARGER:
        request.max_content_length = LARGER[request.endpoint]
    if (
        is_page()
        and request.method not in session.SAFE
        and request.endpoint not in ASKS_ITSELF
        and request.blueprint not in PUBLIC
        and not session.is_ours()
    ):
        abort(403)


def _dressed(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.path == WORKER:
        response.headers["Service-Worker-Allowed"] = "/rounds/"
    if request.is_secure:
        response.headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains"
    if not request.path.startswith(STATIC):
        response.headers.setdefault("Cache-Control", "no-store")
    elif request.args.get("v"):
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
