"""`/unit/<slug>/replay.pdf`: one stop of a replay, in both readings, with the link that always shows the same."""

from collections.abc import Iterator

from flask import Blueprint, request
from werkzeug.wrappers import Response

from services.printing.paper import Address, Block, Heading, Listed, Paper, Table, Words
from services.web.layout import Card
from services.web.pages.replay import course, desks, figures, gathering, swimming
from services.web.pages.replay.at_stop import AtStop
from services.web.pages.replay.changes import Change
from services.web.pages.replay.comparing import Compared
from services.web.pages.replay.gathering import Told
from services.web.pages.replay.stop import Stop, asked
from services.web.papers.making import paper, served
from services.web.papers.pictures import picture
from services.web.papers.states import called
from services.web.visit import here
from services.wording import time_words
from workflows.trail import Note

stop = Blueprint("stop_paper", __name__)

READING = {"as_of": "as it was known", "on": "as it was"}
ISSUE = ("Issue", "State", "On the desk of", "For", "Promised")


@stop.get("/unit/<slug>/replay.pdf")
def show(slug: str) -> Response:
    visit = here()
    visit.must_in(slug, "read.board")
    at = AtStop(visit, asked(visit, slug))
    visit.house.looks.note(visit.actor, Note(how="exported", what="replay"))
    made = stop_paper(at, request.host_url.rstrip("/"))
    return served(made, f"replay-{slug}-{at.stop.day}", at.stop.lasting)


def stop_paper(at: AtStop, address: str) -> Paper:
    """`address` is where the hospital is reached."""
    one = at.stop
    with at.look(one.latest) as latest:
        found = gathering.told(at, course.steps(at, latest))
    day = f"{time_words.weekday(one.day)} {one.day[:4]}"
    return paper(
        at.visit,
        one.shown,
        title=f"{at.visit.names.unit(one.slug)}, {day}",
        under=f"One day of the unit {READING[one.reading]}, by what is known up to entry {one.horizon:,} of the ledger.",
        blocks=tuple(_blocks(one, found, f"{address}{one.lasting}")),
    )


def _blocks(one: Stop, found: Told, lasting: str) -> Iterator[Block]:
    yield picture(found.strip, "The days that can be replayed, with the day looked at.")
    yield Table("How the unit stood", figures.HEAD, tuple(found.figures), (2, 2, 2))
    yield Heading("Recorded that day" if one.reading == "as_of" else "Happened that day")
    yield from _changed(one, found)
    yield Heading("What was not known yet")
    yield from _unknown(found)
    yield Heading(f"The board {READING[one.reading]}")
    yield from _board(found)
    if found.desks:
        rows = tuple((who, count, late, lasted, what) for who, count, late, lasted, (what, _) in found.desks)
        yield Table("Who held each ball", desks.HEAD, rows, (3, 1, 2, 2, 5))
    if found.swum:
        yield Heading("When each of them had something of it")
        says = "When each holder had something of what stood on the board that day."
        yield picture(found.swum.picture, says, "A solid bar is on a desk, a hatched one waits on somebody else.")
        yield Table("The same as a table", swimming.HEAD, found.swum.rows, (3, 4, 2, 2, 1))
    if found.compared:
        yield from _compared(found.compared)
    yield Heading("To see the same")
    yield Address("This link always shows this day, to whoever may read it on the day they open it:", lasting)
    yield Words("What is privileged or restricted is no part of a replay; some may be left out.", "quiet")


def _compared(two: Compared) -> Iterator[Block]:
    early, late = two.days
    yield Heading(f"{early} beside {late}")
    yield Words("As it was known by the end of either day.")
    yield Table("How the unit stood", ("Figure", early, late), tuple(two.figures), (2, 2, 2))
    yield Table(
        "Issues on either day",
        ("Issue", early, late),
        tuple((what, *days) for (what, _), *days in two.issues),
        (3, 2, 2),
    )
    if two.more:
        yield Words(f"and {two.more} more", "quiet")
    for part in two.parts:
        yield Heading(part.title, 2, str(part.count))
        yield Listed(tuple((item.words, item.note) for item in part.items))
        if part.more:
            yield Words(f"and {part.more} more", "quiet")


def _changed(one: Stop, found: Told) -> Iterator[Block]:
    some = found.changed
    yield Listed(tuple((_change(each), _late(one, each)) for each in some.lines)) if some.lines else Words("Nothing.")
    if some.more:
        yield Words(f"and {'at least ' if some.at_least else ''}{some.more} more", "quiet")


def _change(one: Change) -> str:
    about = f"{one.title.rstrip('.')}: " if one.title else ""
    words = f" “{one.step.words}”" if one.step.words else ""
    return f"{about}{one.step.what}{words}, {one.step.who}"


def _late(stop: Stop, one: Change) -> str:
    if not one.step.late:
        return ""
    return (
        f"entered late, it happened on {one.step.when}"
        if stop.reading == "as_of"
        else f"entered late, on {one.step.late}"
    )


def _unknown(found: Told) -> Iterator[Block]:
    some = found.unknown
    if not some.lines:
        yield Words("What was known and what was true are the same on this day.")
        return
    rows = tuple((one.title, one.known, one.true, one.entered) for one in some.lines)
    head = ("What", "Known as", "It was", "Entered")
    yield Table("True by the end of this day, and in the record only later", head, rows, (5, 2, 2, 2))
    if some.more:
        yield Words(f"and {some.more} more", "quiet")


def _board(found: Told) -> Iterator[Block]:
    lots = found.lots
    parts = (
        ("To be answered now", lots.owed),
        ("Waiting", lots.waiting),
        ("Done, not yet heard", lots.done),
        ("Fixed on the spot this week", lots.fixed),
    )
    if found.nothing:
        yield Words(found.nothing)
    elif not any(cards for _, cards in parts):
        yield Words("The board was empty.")
    for title, cards in parts:
        if cards:
            yield Table(f"{title} ({len(cards)})", ISSUE, tuple(map(_row, cards)), (5, 2, 3, 2, 3))


def _row(card: Card) -> tuple[str, ...]:
    number = f"#{card.number} " if card.number else ""
    desk = card.desk or "nobody’s desk yet"
    moved = f"{card.first} → {card.now}" if card.moved else card.now
    return (
        f"{number}{card.title}",
        called(card.state, card.words),
        f"{desk}, waiting on {card.waiting}" if card.waiting else desk,
        card.held,
        ", ".join(filter(None, (moved, card.due))),
    )
