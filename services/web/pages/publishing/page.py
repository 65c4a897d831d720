"""`/setup/instruments`: what the hospital published to ask people, and a new one, as the document it is. It is checked word by
word, kept, and published by an event with whoever published it; a version never changes."""

from flask import Blueprint, make_response, request
from werkzeug.wrappers import Response

from services import instruments
from services.web.doing.giving import Failed, fresh_key, give, sent_on
from services.web.framing import shown
from services.web.layout import Notice
from services.web.visit import Visit, here

publishing = Blueprint("publishing", __name__)

RIGHT = "hospital.publish_instrument"
LONGEST = 300_000
FIRST_OF_THEM = 10
"""Findings on the page; whoever has put them right is told the next."""


@publishing.get("/setup/instruments")
def ask() -> str:
    visit = here()
    visit.must(RIGHT)
    return _page(visit)


@publishing.post("/setup/instruments")
def publish() -> Response | str:
    """The document as it was written; nothing is kept of one that cannot be published."""
    visit = here()
    visit.must(RIGHT)
    document = request.form.get("document", "")[:LONGEST]
    command = instruments.published_by(visit.house, document.encode())
    if isinstance(command, tuple):
        wrong = [f"{one.place}: {one.why}" if one.place else one.why for one in command[:FIRST_OF_THEM]]
        return make_response(_page(visit, document, [Notice(one, "refused") for one in wrong]), 422)
    outcome = give(visit, command, "hospital", request.form.get("command", ""))
    if isinstance(outcome, Failed):
        return make_response(_page(visit, document, outcome.notices[:1]), outcome.status)
    return sent_on(RIGHT, "/setup/instruments")


def _page(visit: Visit, document: str = "", notices: list[Notice] | tuple[Notice, ...] = ()) -> str:
    return shown(
        "publishing/publishing.html",
        place="Set-up",
        notices=tuple(notices),
        own=[(one.id, str(one.version), f"{one.digest[:16]}…") for one in instruments.own(visit.house)],
        document=document,
        key=fresh_key(),
    )
