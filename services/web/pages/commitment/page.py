"""`/commit`: with a card one says that one is in, or no longer; without signing in, and its code stands in no address."""

from flask import Blueprint, Response, abort, request

from services import code as codes
from services.intake.cards import Dealt
from services.web.owned import the_house
from services.web.public import form_pass
from services.web.public.catalogue import Says
from services.web.public.flood import WRONG_CODES
from services.web.public.outside import reader, shown

commitment = Blueprint("commitment", __name__)

CAP = 4_000


@commitment.get("/commit")
def ask() -> Response:
    return shown("commitment/ask.html", reader(), error="")


@commitment.post("/commit")
def look() -> Response:
    """The card, and what it says; turned first where the form asks for it."""
    request.max_content_length = CAP
    if form_pass.is_foreign():
        abort(403)
    say = reader()
    code = codes.read(request.form.get("code", "")) or ""
    turned = request.form.get("does")
    cards = the_house().intake.cards
    card = cards.lay(code, inside=turned == "in") if turned in ("in", "out") else cards.find(code)
    return _wrong(say) if card is None else _page(say, code, card, turned=turned in ("in", "out"))


def _page(say: Says, code: str, card: Dealt, *, turned: bool) -> Response:
    state = the_house().clerk.memory.get(f"unit-{card.unit}").state
    name: str = getattr(state, "name", card.unit)
    return shown("commitment/card.html", say, name=name, inside=card.inside, code=codes.spelled(code), turned=turned)


def _wrong(say: Says) -> Response:
    often = WRONG_CODES.here().too_many()
    error = say("heard.wrong_often" if often else "heard.wrong")
    page = shown("commitment/ask.html", say, 429 if often else 404, error=error)
    if often:
        page.headers["Retry-After"] = "60"
    return page
