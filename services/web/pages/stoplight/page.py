"""`/unit/<slug>/stoplight`: for the staff room; it holds the words of issues, so it is no paper for passers-by."""

from flask import Blueprint

from services.web import when
from services.web.framing import shown
from services.web.pages.stoplight.lights import lights, refs, standing
from services.web.visit import here
from services.wording import time_words

stoplight = Blueprint("stoplight", __name__)


@stoplight.get("/unit/<slug>/stoplight")
def hang(slug: str) -> str:
    visit = here()
    visit.must_in(slug, "read.board")
    looking = when.when(visit)
    with visit.look(looking, slug) as look:
        found = standing(visit, look, slug, looking)
    return shown(
        "stoplight/stoplight.html",
        notices=looking.notices,
        place="Unit",
        unit=visit.names.unit(slug),
        slug=slug,
        query=looking.query,
        day=time_words.short(looking.day, ""),
        lights=lights(visit, found, visit.open(refs(found)), looking),
    )
