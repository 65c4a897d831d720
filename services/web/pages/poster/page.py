"""`/unit/<slug>/poster` and `/unit/<slug>/card`: printed by those who belong to the unit, for everybody."""

from flask import Blueprint, abort, request

from services.web.framing import shown
from services.web.public import code as codes
from services.web.public.catalogue import LANGUAGES, says
from services.web.public.outside import number
from services.web.public.square import square
from services.web.visit import here

poster = Blueprint("poster", __name__)


@poster.get("/unit/<slug>/poster")
def hang(slug: str) -> str:
    visit = here()
    visit.must("read.board", slug)
    if slug not in visit.names.units:
        abort(404)
    address = f"{request.host_url}speak/{slug}"
    return shown(
        "poster/poster.html",
        place="Unit",
        name=visit.names.unit(slug),
        slug=slug,
        says=[(language, says(language), number(says(language))) for language in LANGUAGES],
        days=visit.house.clerk.terms.now()[1].of(slug).answer_days,
        address=address,
        square=square(address, address),
    )


@poster.get("/unit/<slug>/card")
def card(slug: str) -> str:
    """Every card that is printed has a code of its own; whoever enters the card types it in with the words."""
    visit = here()
    visit.must("read.board", slug)
    if slug not in visit.names.units:
        abort(404)
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
