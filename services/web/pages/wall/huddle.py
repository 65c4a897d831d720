"""What a huddle of five minutes goes through on the wall: five lists, a minute each, in words anybody may read aloud."""

from collections.abc import Iterable

from msgspec import Struct

from projections.lives import Stint
from projections.rounds import HELD, RoundsRow
from services import clock
from services.reader.answers import Board
from services.reader.briefing import agreed
from services.reader.views import Look
from services.web.layout import Card
from services.web.telling import visits
from services.web.telling.desks import headline
from services.web.telling.lots import Lots
from services.web.visit import Visit
from services.wording import time_words
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import day_after

FITS = 5
"""Lines that are read in a minute."""


class Minute(Struct, frozen=True):
    """One list: what it is called, its lines, how many more there are, what is said where there is nothing."""

    title: str
    lines: tuple[str, ...]
    more: int
    nothing: str


def minutes(visit: Visit, look: Look, unit: str, board: Board, lots: Lots) -> tuple[Minute, ...]:
    """In the order they are spoken of."""
    yesterday, zone = day_after(visit.today, -1), visit.house.plate.zone
    voices = [one.row.voice for one in board.voices if one.row.voice.hidden is None]
    fresh = [voice.what for voice in voices if clock.day_of(voice.raised, zone) >= yesterday]
    late = [card for card in (*lots.owed, *lots.waiting) if card.overdue or "today" in card.due]
    first = _first(visit, look, unit)
    words = visit.open([*fresh, *(title for _, title in first)])
    return (
        _minute(
            "New since yesterday", (headline(words.of(one)) for one in fresh), "Nobody has spoken up since yesterday."
        ),
        _minute("Late, or due today", map(_said, late), "Nothing is late, and nothing is due today."),
        _minute("What comes first", (f"#{number} {headline(words.of(title))}" for number, title in first), _AGREE),
        _minute("Fixed this week", (card.title for card in lots.fixed), "Nothing was fixed on the spot this week."),
        _minute("Next rounds", _rounds(visit, board.rounds), "No rounds are planned."),
    )


_AGREE = "Nothing was agreed yet: the next rounds will."


def _minute(title: str, lines: Iterable[str], nothing: str) -> Minute:
    found = tuple(lines)
    return Minute(title, found[:FITS], max(0, len(found) - FITS), nothing)


def _said(card: Card) -> str:
    return f"{card.title}: {card.due}" if card.due else card.title


def _first(visit: Visit, look: Look, unit: str) -> list[tuple[int, Ref]]:
    """Number and title of what was agreed on the last rounds, as far as it is still open."""
    held = look.rounds(unit, HELD)
    last = held[-1].row if held else None
    streams = agreed(last) if last else ()
    found = {one.stream: one.row for one in look.issues([unit], ("open",))}
    return [(found[one].matter.number, found[one].title) for one in streams if one in found and visit.sees(one)]


def _rounds(visit: Visit, coming: Iterable[Stint[RoundsRow]]) -> list[str]:
    """When, and what is still to be made ready; whoever comes has no name here."""
    planned = next((one.row.visit for one in coming if one.row.state == "scheduled"), None)
    if planned is None:
        return []
    when = "today" if planned.day == visit.today else time_words.weekday(planned.day)
    prepared = visits.prepared(visit.settings.rounds, planned)
    missing = [one.what.title for one in prepared.things if not one.is_ready]
    said = f"{when[0].upper()}{when[1:]}{', ' + planned.time if planned.time else ''}: {prepared.words}"
    return [said, *(f"Not yet: {one}" for one in missing)]
