"""`/search`: what was said, listed, promised, decided and learned, by its words. What is asked for comes in the body of a
form, so that no address, history or log has it."""

from flask import Blueprint, request
from msgspec import Struct

from services.finding import Finder, Found, Hit
from services.search.folding import Term, holds, terms
from services.web.framing import shown
from services.web.layout import Field, Notice
from services.web.paths import page_of
from services.web.phrases import choice
from services.web.telling.desks import headline
from services.web.visit import Visit, here
from services.web.when import When
from workflows.kernel.ids import noun_of

search = Blueprint("search", __name__)

LONGEST = 200
"""Letters of a question."""
SECONDS = 0.5
"""How long somebody waits for the index to read on."""
BEHIND = Notice("Still reading what is on record: what is not found now may be found in a few minutes.")


class Line(Struct, frozen=True):
    """One hit: `passage` are other words of it that were asked for, where its title does not have them."""

    href: str
    title: str
    noun: str
    unit: str
    passage: str


@search.get("/search")
def ask() -> str:
    return _page(here(), "", (), Found())


@search.post("/search")
def find() -> str:
    visit = here()
    words, before = request.form.get("words", "").strip()[:LONGEST], request.form.get("before", "")
    asked = terms(words)
    read = visit.house.search.follow(within=SECONDS)
    with visit.look(When("now", visit.today, visit.now)) as look:
        finder = Finder(house=visit.house, actor=visit.actor, opening=visit.opening, look=look)
        apart = bool(request.form.get("privileged"))
        number = int(before) if before.isascii() and before.isdigit() and len(before) < 10 else None
        found = finder.find_privileged(asked) if apart else finder.find(asked, number)
    return _page(visit, words, asked, found, read=read, apart=apart)


def _page(
    visit: Visit, words: str, asked: tuple[Term, ...], found: Found, *, read: bool = True, apart: bool = False
) -> str:
    hint = "One word or several: a record is found that has them all. Capitals and accents do not matter."
    return shown(
        "search/search.html",
        place="Search",
        notices=() if read else (BEHIND,),
        field=Field("words", "What are you looking for?", hint, value=words, required=True, remembered=False),
        words=words,
        asked=bool(asked),
        lines=[_line(visit, one, asked) for one in found.hits],
        before=found.before,
        may_privileged=visit.may("read.privileged"),
        apart=apart,
    )


def _line(visit: Visit, hit: Hit, asked: tuple[Term, ...]) -> Line:
    title, *others = hit.texts
    passage = "" if holds(asked, [title]) else max(others, key=lambda text: _told(text, asked), default="")
    noun = choice(noun_of("concern" if noun_of(hit.stream) == "waiting" else hit.stream), "noun")
    return Line(page_of(hit.stream), headline(title), noun, visit.names.unit(hit.unit), headline(passage, LONGEST))


def _told(text: str, asked: tuple[Term, ...]) -> int:
    """How many of the words that are asked for it has."""
    return sum(holds([term], [text]) for term in asked)
