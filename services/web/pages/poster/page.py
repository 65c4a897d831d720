"""`/unit/<slug>/poster` and `/unit/<slug>/card`: printed by those who belong to the unit, for everybody."""

from flask import Blueprint, abort, request

from services import code as codes
from services.web.framing import shown
from services.web.public.catalogue import LANGUAGES, says
from services.web.public.outside import number
from services.web.public.square import square
from services.web.visit import Visit, here

poster = Blueprint("poster", __name__)


@poster.get("/unit/<slug>/poster")
def hang(slug: str) -> str:
    visit = _visit(slug)
    terms = visit.house.clerk.terms.now()[1].of(slug)
    address = f"{request.host_url}speak/{slug}"
    return shown(
        "poster/poster.html",
        place="Unit",
        name=visit.names.unit(slug),
        slug=slug,
        says=[(language, says(language), number(says(language))) for language in LANGUAGES],
        days=terms.answer_days,
        promise="poster.answer_working" if "answer_days" in terms.in_working_days else "poster.answer",
        address=address,
        square=square(address, address),
    )


@poster.get("/unit/<slug>/card")
def card(slug: str) -> str:
    """Every card that is printed has a code of its own; whoever enters the card types it in with the words."""
    visit = _visit(slug)
    address = f"{request.host_url}heard"
    return shown(
        "poster/card.html",
        place="Unit",
        name=visit.names.unit(slug),
        slug=slug,
        says=[
            (language, says(language), number(says(language)), code, square(f"{address}#{code}", code))
            for language, code in ((one, codes.spelled(codes.mint())) for one in LANGUAGES)
        ],
        address=address,
    )


def _visit(slug: str) -> Visit:
    """Of somebody who belongs to the unit."""
    visit = here()
    visit.must("read.board", slug)
    return visit if slug in visit.names.units else abort(404)
