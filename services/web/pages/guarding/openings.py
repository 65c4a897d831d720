"""`/privacy/voices`: whose voice it was, asked by one, agreed to by another, shown once."""

from flask import Blueprint, abort, request
from msgspec import Struct
from werkzeug.wrappers import Response

from services.web.doing.giving import Failed, answered, fresh_key, give
from services.web.framing import shown
from services.web.pages.guarding.shared import called, day, tabs
from services.web.visit import Visit, here
from workflows.identity.commands import Show
from workflows.identity.decide import GUARDIAN
from workflows.identity.state import Hand, Opening
from workflows.trail import Note

openings = Blueprint("openings", __name__)

STANDS = {
    "asked": "waits for somebody in another role to agree",
    "agreed": "may be shown to whoever asked",
    "shown": "was shown",
    "declined": "declined",
    "lapsed": "lapsed",
}


class Told(Struct, frozen=True):
    """One opening, as the page tells it; the addresses are empty where the reader cannot take that step."""

    voice: str
    reason: str
    asked: str
    agreed: str
    stands: str
    agree: str
    decline: str
    show: str


@openings.get("/privacy/voices")
def every() -> Response:
    return _page(here(), None)


@openings.post("/privacy/voices/<stream>/show")
def name(stream: str) -> Response:
    """Who spoke, on this page and no other: the fact that it was shown stands before the name does."""
    visit = here()
    visit.must(Show.VERB)
    state = visit.house.clerk.memory.get(stream).state
    if not isinstance(state, Opening):
        abort(404)
    outcome = give(visit, Show(), stream, request.form.get("command", ""))
    if isinstance(outcome, Failed):
        return _page(visit, outcome)
    if not outcome.first:
        return _page(visit, Failed(409, "It was shown already, once. Ask again, and say why."))
    speaker = visit.house.people.speaker_of(state.about)
    person = visit.house.people.person(speaker) if speaker else None
    page = shown(
        "guarding/name.html",
        place="Privacy",
        voice=called(state.about),
        name=person.name if person else _left_with(visit, state.about),
        mail=person.mail if person else None,
    )
    return answered(page, None)


def _left_with(visit: Visit, stream: str) -> str:
    """What somebody without an account locked away with what they said: their name, and how to reach them."""
    voice = getattr(visit.house.clerk.memory.get(stream).state, "voice", None)
    return (visit.house.door.open_locked(voice.contact) or "") if voice and voice.contact else ""


def _page(visit: Visit, failed: Failed | None) -> Response:
    visit.must("identity.ask")
    visit.house.looks.note(visit.actor, Note(how="viewed", what="identity"))
    states = [(stream, visit.house.clerk.memory.get(stream).state) for stream in visit.house.ledger.streams("identity")]
    page = shown(
        "guarding/openings.html",
        place="Privacy",
        notices=failed.notices if failed else (),
        tabs=tabs(visit, "Who spoke"),
        openings=[_told(visit, stream, state) for stream, state in reversed(states)],
        key=fresh_key(),
    )
    return answered(page, failed)


def _told(visit: Visit, stream: str, state: Opening) -> Told:
    stands, mine = state.stands(visit.now), state.asker.id == visit.person
    may_agree = stands == "asked" and not mine and visit.may("identity.agree") and _in_another_role(visit, state)
    return Told(
        voice=called(state.about),
        reason=visit.open([state.reason]).of(state.reason),
        asked=f"{_hand(visit, state.asker)}, {day(visit, state.since)}",
        agreed=_hand(visit, state.agreed) if state.agreed else "",
        stands=STANDS[stands],
        agree=f"/do/identity/agree?to={stream}&next=/privacy/voices" if may_agree else "",
        decline=f"/do/identity/decline?to={stream}&next=/privacy/voices" if may_agree else "",
        show=f"/privacy/voices/{stream}/show" if stands == "agreed" and mine else "",
    )


def _in_another_role(visit: Visit, state: Opening) -> bool:
    mine = visit.roles & {GUARDIAN} if state.asker.role != GUARDIAN else visit.roles - {GUARDIAN}
    return bool(mine)


def _hand(visit: Visit, hand: Hand) -> str:
    return f"{visit.names.of(hand.id)}, {visit.names.role(hand.role).lower()}"
