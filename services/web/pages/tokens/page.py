"""`/account/tokens`: what one's programs may do over the API."""

from datetime import date, timedelta

from flask import Blueprint, make_response, redirect, request
from werkzeug.wrappers import Response

from services.clerk.access import actions
from services.web.framing import shown, tell
from services.web.layout import Choice
from services.web.visit import Visit, here
from services.wording import time_words

tokens = Blueprint("tokens", __name__)

DAYS = ("30", "90", "365")
LONGEST_NAME = 60
MATTERS = {
    "read": "Reading",
    "concern": "Voices",
    "issue": "Issues",
    "barrier": "Barriers",
    "rounds": "Rounds",
    "promise": "Promises",
    "partnership": "Partnerships",
    "waiver": "Waivers",
    "grievance": "Grievances",
    "respect": "Respect",
    "unit": "Units",
    "hospital": "The hospital",
    "privilege": "What is privileged",
    "hold": "Legal holds",
    "subject": "Erasures",
    "identity": "Who spoke",
    "trail": "What left the building",
    "work": "Imports and set-up",
}
"""What the actions of one kind are about, as they are chosen and listed."""


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
    return tuple(Choice(f"{kind}.*", f"{_matter(kind)}: all that I may") for kind in kinds)


def _matter(kind: str) -> str:
    return MATTERS.get(kind, kind.capitalize())


def _listed(visit: Visit) -> list[dict[str, str]]:
    """The person's tokens, in words."""
    return [
        {
            "id": token.id,
            "name": token.name,
            "ends": f"{'ended on' if token.ends < visit.today else 'until'} {time_words.short(token.ends, visit.today)}",
            "used": f"last used on {time_words.short(token.used, visit.today)}" if token.used else "not used yet",
            "may": ", ".join(_matter(scope.partition(".")[0]) for scope in token.scopes),
        }
        for token in visit.house.tokens.of(visit.person)
    ]


def _page(visit: Visit, **context: str) -> str:
    return shown(
        "tokens/tokens.html",
        tokens=_listed(visit),
        offered=_offered(visit),
        error=context.get("error", ""),
        made=context.get("made", ""),
        name=context.get("name", ""),
    )
