"""The figures of a unit on a day, in words."""

from datetime import date

from projections.replay import Standing
from services.reader.replay import Taken
from services.web.layout import spoken
from services.web.pages.replay.stop import Stop
from services.wording import time_words
from services.wording.standings import IN_DAYS, STANDINGS

HEAD = ("Figure", "What was known then", "What was true then")
OWED, OPEN = 0, 2
"""Lines that are said aloud when the day moves."""

Line = tuple[str, str, str]


def both(stop: Stop, known: Taken, true: Taken) -> list[Line]:
    """Name, as it was known, as it was: marked where the two part."""
    pairs = zip(stood(stop, known), stood(stop, true), strict=True)
    return [(name, was, was if was == so else f"{so} (differs)") for (name, was), (_, so) in pairs]


def said(stop: Stop, lines: list[Line]) -> str:
    """So: "12 May 2025: 9 owed an answer, 14 open", in the reading that is shown."""
    column = 1 if stop.reading == "as_of" else 2
    day = spoken(date.fromisoformat(stop.day))
    return f"{day}: {lines[OWED][column]} owed an answer, {lines[OPEN][column]} open"


def stood(stop: Stop, found: Taken) -> list[tuple[str, str]]:
    """The unit's figures in one reading."""
    return _told(found.standing(stop.day, stop.end))


def _told(found: Standing) -> list[tuple[str, str]]:
    return [(words, _figure(name, getattr(found, name))) for name, words in STANDINGS.items()]


def _figure(name: str, count: int | None) -> str:
    if name not in IN_DAYS:
        return str(count)
    return "none" if count is None else time_words.number_of(count, "day")
