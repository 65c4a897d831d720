"""`/unit/<slug>/cards`: a leader of the unit has cards made, one for each of its staff, prints them and deals them face down.
Their codes are shown this once and kept by nobody."""

from typing import Any

from flask import Blueprint, request

from services import code as codes
from services.web.framing import shown
from services.web.layout import Field
from services.web.public.catalogue import LANGUAGES, says
from services.web.public.square import square
from services.web.visit import Visit, here

dealing = Blueprint("dealing", __name__)

MOST = 500
RIGHT = "unit.count_commitment"
"""The clock counts; whoever could ask it to deals."""


@dealing.get("/unit/<slug>/cards")
def ask(slug: str) -> str:
    return _page(_entered(slug), slug, ())


@dealing.post("/unit/<slug>/cards")
def deal(slug: str) -> str:
    visit = _entered(slug)
    typed = request.form.get("count", "").strip()
    count = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 0
    if not 1 <= count <= MOST:
        return _page(visit, slug, (), f"Give a whole number from 1 to {MOST}.")
    made = tuple(codes.mint() for _ in range(count))
    visit.house.intake.cards.deal(slug, made)
    return _page(visit, slug, made)


def _entered(slug: str) -> Visit:
    visit = here()
    visit.must_in(slug, RIGHT)
    return visit


def _page(visit: Visit, slug: str, made: tuple[str, ...], wrong: str = "") -> str:
    address = f"{request.host_url}commit"
    return shown(
        "commitment/dealing.html",
        place="Unit",
        name=visit.names.unit(slug),
        slug=slug,
        field=Field(
            "count", "How many cards?", "One for each of the unit’s staff.", kind="number", error=wrong, required=True
        ),
        cards=[_card(code, address) for code in made],
        says=[says(language) for language in LANGUAGES],
        address=address,
        dealt=visit.house.intake.cards.counts().get(slug, (0, 0))[1],
    )


def _card(code: str, address: str) -> tuple[str, Any]:
    spelled = codes.spelled(code)
    return spelled, square(f"{address}#{spelled}", spelled)
