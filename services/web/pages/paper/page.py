"""`/campaign/<id>/paper`: a paper card is typed in by two different people; where they differ it says in what, and it counts
once they agree, against the same card as if it had been answered on a phone."""

import re
from typing import Literal

from flask import Blueprint, abort, make_response, request
from werkzeug.wrappers import Response

from assessments.campaign import Asking
from assessments.instrument import Answers, Instrument, faults
from services import carding
from services import code as codes
from services.instruments import asked_by
from services.web.framing import shown
from services.web.layout import Notice
from services.web.visit import Visit, here
from workflows.kernel.ids import is_id

paper = Blueprint("paper", __name__)

RIGHT = "campaign.plan"
"""Whoever answers for the hospital, and nobody who leads those that were asked."""
ITEM = "item."
NUMBER = re.compile(r"\d{1,2}", re.ASCII)
NO_CARD = "No card or link of this survey has that code. Look at its letters again, one after the other."
NOTHING = "Choose an answer to at least one sentence, as it stands on the paper."
FIRST = "Typed once. It counts when somebody else has typed the same card, and the same answers."
COUNTED = "Both typed the same. It is in the box, and the card is used."
SPENT = "With this card was answered already; that counts once, and nothing changed."
APART = (
    "Somebody else typed this card otherwise: {items}. Look at the paper. If it says what you typed, "
    "the other types it again."
)


@paper.get("/campaign/<stream>/paper")
def ask(stream: str) -> Response:
    visit = here()
    _, instrument = _asked(visit, stream)
    return _page(stream, instrument, {})


@paper.post("/campaign/<stream>/paper")
def type_in(stream: str) -> Response:
    """What was chosen stays on the page until it is taken."""
    visit = here()
    campaign, instrument = _asked(visit, stream)
    answers = _answers(instrument)
    if not answers or faults(instrument, answers):
        return _page(stream, instrument, {}, NOTHING)
    card = codes.read(request.form.get("card", "")) or ""
    box = visit.house.ballots.part_of(carding.boxes(stream, campaign), card)
    if box is None:
        return _page(stream, instrument, answers, NO_CARD)
    told = visit.house.ballots.type_in(box, card, visit.person, answers)
    if told.apart:
        words = "; ".join(instrument.item(one).text["en"] for one in told.apart)
        return _page(stream, instrument, answers, APART.format(items=words))
    said = SPENT if told.spent else FIRST if told.first else COUNTED
    return _page(stream, instrument, {}, said, "done")


def _asked(visit: Visit, stream: str) -> tuple[Asking, Instrument]:
    """While it is open, and where there are cards or links."""
    state = visit.house.clerk.memory.get(stream).state if is_id(stream, "campaign") else None
    if not isinstance(state, Asking) or state.roster is None or not visit.may(RIGHT):
        abort(404)
    instrument = asked_by(visit.house, state)
    if instrument is None or state.stage != "open" or visit.today >= state.closes:
        abort(404)
    return state, instrument


def _answers(instrument: Instrument) -> Answers:
    typed = {item.id: request.form.get(f"{ITEM}{item.id}", "") for item in instrument.items}
    return {name: int(value) for name, value in typed.items() if NUMBER.fullmatch(value)}


def _page(
    stream: str, instrument: Instrument, answers: Answers, said: str = "", kind: Literal["done", "refused"] = "refused"
) -> Response:
    page = shown(
        "paper/paper.html",
        place="Hospital",
        notices=(Notice(said, kind),) if said else (),
        title=instrument.title["en"],
        stream=stream,
        card=request.form.get("card", "")[:200] if answers else "",
        items=[(item.id, item.text["en"], _options(instrument, item.id, answers)) for item in instrument.items],
    )
    return make_response(page, 422 if said and kind == "refused" else 200)


def _options(instrument: Instrument, item: str, answers: Answers) -> list[dict[str, object]]:
    scale = instrument.scale_of(instrument.item(item))
    options = (*scale.options, scale.away) if scale.away else scale.options
    return [
        {"value": str(one.value), "text": one.text["en"], "checked": answers.get(item) == one.value} for one in options
    ]
