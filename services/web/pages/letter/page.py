"""`/rounds/<id>/letter`: printed after rounds; `/unit/<slug>/letter`: printed between them, since the last ones."""

from itertools import islice

from flask import Blueprint, abort, request

from projections.answers import VoiceRow
from projections.briefing_book import Book
from projections.lives import Stint
from projections.rounds import HELD, RoundsRow
from services.reader import briefing
from services.reader.answers import Line
from services.reader.views import Look
from services.web import when
from services.web.framing import shown
from services.web.telling import desks, visits
from services.web.telling.desks import headline
from services.web.visit import Visit, Words, here
from services.web.when import When
from services.wording import time_words
from workflows.kernel.grammar import Ref

letter = Blueprint("letter", __name__)

FITS = 6
"""Lines of one list, so that it all stands on one page."""


@letter.get("/rounds/<stream>/letter")
def after(stream: str) -> str:
    visit = here()
    looking = when.when(visit)
    with visit.look(looking, visit.unit_of(stream)) as look:
        stint = look.visit(stream) or abort(404)
        visit.must("read.rounds", stint.row.unit, stream)
        earlier = [one for one in look.rounds(stint.row.unit, HELD) if one.row.visit.day < stint.row.visit.day]
        return _page(visit, look, stint.row.unit, (stint, next(reversed(earlier), None)), looking)


@letter.get("/unit/<slug>/letter")
def between(slug: str) -> str:
    visit = here()
    if slug not in visit.names.units:
        abort(404)
    visit.must("read.rounds", slug)
    looking = when.when(visit)
    with visit.look(looking, slug) as look:
        return _page(visit, look, slug, (None, next(reversed(look.rounds(slug, HELD)), None)), looking)


Rounds = Stint[RoundsRow] | None


def _page(visit: Visit, look: Look, slug: str, rounds: tuple[Rounds, Rounds], looking: When) -> str:
    """`rounds` are those it speaks of, if any, and those since which."""
    held, before = rounds
    row = held.row if held and held.row.state in HELD else None
    at = briefing.position(look, before.stream) if before else 0
    book = briefing.since(look, slug, None, at)
    answered = list(islice((one for one in book.answered if visit.sees(one.stream)), FITS))
    waiting = look.lines(list(islice((one for one in book.waiting if visit.sees(one.stream)), FITS)))
    words = visit.open(_refs(row, answered, waiting))
    return shown(
        "letter/letter.html",
        place="Unit",
        notices=looking.notices,
        back=f"/rounds/{held.stream}" if held else f"/unit/{slug}/rounds",
        unit=visit.names.unit(slug),
        day=time_words.weekday(looking.day),
        came=_came(visit, row) if row else "",
        summary=words.of(row.summary) if row else "",
        thanks=words.of(row.thanks) if row else "",
        since=time_words.weekday(before.row.visit.day) if before else "",
        counts=_counts(book),
        answered=[(headline(words.of(one.row.voice.what), 80), _answer(one, words)) for one in answered],
        waiting=[_waiting(visit, one, words, looking) for one in waiting],
        more=(len(book.answered) - len(answered), len(book.waiting) - len(waiting)),
        address=f"{request.host_url}speak/{slug}",
    )


def _refs(row: RoundsRow | None, answered: list[Stint[VoiceRow]], waiting: tuple[Line, ...]) -> list[Ref | None]:
    said = [row.summary, row.thanks] if row else []
    answers = [ref for one in answered for ref in (one.row.voice.what, one.row.answer.text if one.row.answer else None)]
    return [*said, *answers, *(line.issue.row.title for line in waiting)]


def _came(visit: Visit, row: RoundsRow) -> str:
    """So: "On Thursday 3 July, Dana Cole walked with us."; without the executive it says so."""
    when = visits.day_and_time(row.visit)
    partner = visit.names.of(row.visit.partner) if row.visit.partner else "the executive partner"
    match row.colour:
        case "executive":
            return f"On {when}, {partner} walked with us."
        case "deputy":
            return f"On {when}, a deputy of {partner} walked with us."
        case _:
            return f"On {when} we walked without anybody of the leadership."


def _counts(book: Book) -> str:
    said = (
        f"{time_words.number_of(len(book.raised), 'thing')} said",
        f"{len(book.answered)} answered",
        f"{len(book.resolved)} resolved",
        f"{len(book.waiting)} waiting",
    )
    return ", ".join(said)


def _answer(stint: Stint[VoiceRow], words: Words) -> str:
    return headline(words.of(stint.row.answer.text), 160) if stint.row.answer else ""


def _waiting(visit: Visit, line: Line, words: Words, looking: When) -> tuple[str, str]:
    """What it is, and on whom it waits until when."""
    desk = desks.of_issue(line.issue.row, line.barriers, line.owed)
    whom = desk.waiting_on or desk.holder
    due = desk.until or desk.now or desk.due
    said = (
        f"waits on {visit.names.of(whom)}" if whom else "",
        f"by {time_words.short(due, looking.day)}" if due else "",
    )
    return headline(words.of(line.issue.row.title), 80), ", ".join(one for one in said if one)
