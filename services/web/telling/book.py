"""What has changed since the rounds before, as lines to read: the longest standing first, never more than fit on a sheet."""

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct

from projections.barriers import BarrierRow
from projections.briefing_book import Book
from projections.lives import Stint
from projections.promises import PromiseRow
from projections.tracking_log import IssueRow
from services.web.telling.desks import headline
from services.web.visit import Visit, Words
from services.web.when import When
from services.wording import time_words
from workflows.kernel.moments import Day

FITS = 6
"""Lines of one list."""


class Item(Struct, frozen=True):
    """One line: what it is, where it leads, and a quieter word about it."""

    words: str
    href: str
    note: str = ""


class Part(Struct, frozen=True, kw_only=True):
    """One list of the book; `more` are those left out."""

    title: str
    count: int
    items: tuple[Item, ...]

    @property
    def more(self) -> int:
        return self.count - len(self.items)


def parts(visit: Visit, book: Book, looking: When) -> tuple[Part, ...]:
    """Every list that has something in it."""
    lists: tuple[tuple[str, Sequence[Stint[Any]]], ...] = (
        ("Still waiting, and the promise moved", book.moved),
        ("You promised", book.promised),
        ("You kept", book.kept),
        ("Money asked for", book.money),
        ("Still waiting, the oldest first", [one for one in book.waiting if one not in book.moved]),
        ("New", book.raised),
        ("Answered", book.answered),
        ("Resolved", book.resolved),
    )
    shown = [(title, len(found), _there(visit, found)) for title, found in lists if found]
    words = visit.open(one.row.title for _, _, some in shown for one in some)
    return tuple(
        Part(title=title, count=count, items=tuple(_item(visit, one, words, looking) for one in some))
        for title, count, some in shown
    )


def _there(visit: Visit, found: Iterable[Stint[Any]]) -> list[Stint[Any]]:
    """The first that fit, of those that are there for the reader."""
    some: list[Stint[Any]] = []
    for one in found:
        if len(some) == FITS:
            break
        if visit.sees(one.stream):
            some.append(one)
    return some


def _item(visit: Visit, stint: Stint[Any], words: Words, looking: When) -> Item:
    row, said = stint.row, headline(words.of(stint.row.title), 80)
    match row:
        case BarrierRow():
            return Item(said, f"/barrier/{stint.stream}{looking.query}", _of_barrier(visit, row, looking))
        case IssueRow():
            note = _promise(row.matter.first_due, row.matter.due, row.matter.moves, looking)
            said_elsewhere = row.shelf != "open" or bool(row.matter.barriers)
            number, href = row.matter.number, f"/issue/{stint.stream}{looking.query}"
            return Item(f"#{number} {said}", href, "" if said_elsewhere else note)
        case PromiseRow():
            pledge = row.pledge
            note = "" if pledge.settled else _promise(pledge.first_due, pledge.due, pledge.moves, looking)
            return Item(said, "", note)
        case _:
            return Item(said, f"/voice/{stint.stream}{looking.query}")


def _of_barrier(visit: Visit, row: BarrierRow, looking: When) -> str:
    o, waiting = row.obstacle, row.waiting
    said = (
        time_words.dollars(o.money) if o.money else "",
        visit.names.of(o.holder),
        f"waiting on {visit.names.of(waiting.whom)}" if waiting else "",
        _promise(o.first_due, o.due, o.moves, looking) if row.shelf == "open" else "",
    )
    return " · ".join(one for one in said if one)


def _promise(first: Day, now: Day, moves: int, looking: When) -> str:
    """So: "12 May → 30 Jun, moved twice", or "by 30 Jun"."""
    if not moves:
        return f"by {time_words.short(now, looking.day)}"
    was = f"{time_words.short(first, looking.day)} → {time_words.short(now, looking.day)}"
    return f"{was}, moved {time_words.times(moves)}"
