"""`/reflect`: what I learned about how I lead. Nobody else reads it until I choose otherwise."""

from flask import Blueprint, request
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from services.web.doing.forms import asked, fields
from services.web.doing.giving import Failed, answered, fresh_key, given, sent_on
from services.web.framing import shown
from services.web.pages.learning import telling
from services.web.visit import Visit, here
from services.web.when import When
from workflows.learning.commands import Reflect

reflecting = Blueprint("reflecting", __name__)

MINE = ("kept", "library")


@reflecting.get("/reflect")
def ask() -> Response:
    return _page(here(), None)


@reflecting.post("/reflect")
def keep() -> Response:
    visit = here()
    outcome = given(visit, Reflect, None, request.form)
    return _page(visit, outcome) if isinstance(outcome, Failed) else sent_on(Reflect.VERB, "/reflect")


def _page(visit: Visit, failed: Failed | None) -> Response:
    visit.must("learning.reflect")
    looking = When("now", visit.today, visit.now)
    with visit.look(looking) as look:
        written = look.learnings([""], MINE)
    mine = [one for one in written if one.row.lesson.author == visit.person]
    words = visit.open(one.row.title for one in mine)
    typed = request.form if failed else MultiDict[str, str]()
    page = shown(
        "learning/reflect.html",
        place="",
        notices=failed.notices if failed else (),
        fields=fields(asked(Reflect), {}, typed, failed.wrong if failed else {}),
        key=fresh_key(),
        mine=[telling.line(visit, one, words, looking) for one in mine],
    )
    return answered(page, failed)
