"""`/account/tokens`: what one's programs may do over the API."""

from datetime import date, timedelta

from flask import Blueprint, make_response, redirect, request
from werkzeug.wrappers import Response

from services.clerk.access import actions
from services.web.framing import shown, tell
from services.web.layout import Choice
from services.web.visit import Visit, here

tokens = Blueprint("tokens", __name__)

DAYS = ("30", "90", "365")
LONGEST_NAME = 60


@tokens.get("/account/tokens")
def show() -> str:
    return _page(here())


@tokens.post("/account/tokens")
def issue() -> Response:
    visit = here()
    name, days = request.form.get("name", "").strip(), request.form.get("days", "")
    scopes = request.form.getlist("scopes")
    if error := _amiss(visit, name, days, scopes):
        return make_response(_page(visit, error=error, name=name), 422)
    ends = (date.fromisoformat(visit.today) + timedelta(days=int(days))).isoformat()
    made = visit.house.tokens.issue(visit.person, name, scopes, ends)
    return make_response(_page(visit, made=made, name=name))


@tokens.post("/account/tokens/revoke")
def revoke() -> Response:
    visit = here()
    visit.house.tokens.revoke(visit.person, request.form.get("token", ""))
    tell("Taken back. Whatever used that token is shut out now.")
    return redirect("/account/tokens", 303)


def _amiss(visit: Visit, name: str, days: str, scopes: list[str]) -> str:
    if not name or not name.isprintable() or len(name) > LONGEST_NAME:
        return f"Say in at most {LONGEST_NAME} characters what the token is for."
    if not scopes or not set(scopes) <= {one.value for one in _offered(visit)}:
        return "Choose what the token may do."
    return "" if days in DAYS else "Choose for how long."


def _offered(visit: Visit) -> tuple[Choice, ...]:
    """Kinds of actions of which the person may do at least one; a token never may more than its person."""
    kinds = dict.fromkeys(action.partition(".")[0] for action in actions() if visit.may_anywhere(action))
    return tuple(Choice(f"{kind}.*", "Read what I may read" if kind == "read" else _said(kind)) for kind in kinds)


def _said(kind: str) -> str:
    return f"Do what I may do in matters of: {kind.replace('_', ' ')}"


def _page(visit: Visit, **context: str) -> str:
    return shown(
        "tokens/tokens.html",
        tokens=visit.house.tokens.of(visit.person),
        today=visit.today,
        offered=_offered(visit),
        error=context.get("error", ""),
        made=context.get("made", ""),
        name=context.get("name", ""),
    )
