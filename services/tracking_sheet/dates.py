"""A day out of a cell, read in every order it could mean. A day that could be two is never guessed."""

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from services.tracking_sheet.row import Order
from services.tracking_sheet.spelling import bare
from services.tracking_sheet.vocabulary import Dates

EARLIEST, LATEST = 1990, 2099

_LONGEST = 60
"""No date is written with more characters."""

_CLOCK = re.compile(
    r"(\s+|(?<=[0-9])t)[0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)?\s*([ap]\.?m\.?)?\s*(z|[+-][0-9]{2}:?[0-9]{2})?$"
)
_YEAR_FIRST = re.compile(r"([0-9]{4})\s*[-/.]\s*([0-9]{1,2})\s*[-/.]\s*([0-9]{1,2})$")
_NUMBERS = re.compile(r"([0-9]{1,2})\s*[-/.]\s*([0-9]{1,2})\s*[-/.]\s*([0-9]{4}|[0-9]{2})$")
_PACKED = re.compile(r"[0-9]{8}$")
_PART = re.compile(r"[^\W_]+")
_ORDINAL = re.compile(r"(?<=[0-9])(st|nd|rd|th|º|ª|o)\b")
_SERIAL = re.compile(r"[0-9]{5}([.,][0-9]+)?$")
_WITHIN = re.compile(
    r"\b([0-9]{4}\s?[-/.]\s?[0-9]{1,2}\s?[-/.]\s?[0-9]{1,2}"
    r"|[0-9]{1,2}\s?[-/.]\s?[0-9]{1,2}\s?[-/.]\s?([0-9]{4}|[0-9]{2})"
    r"|[0-9]{1,2}(st|nd|rd|th)?[-\s./]+(de\s+)?[^\W\d_]{3,10}\.?,?[-\s./]+(del?\s+)?([0-9]{4}|[0-9]{2})"
    r"|[^\W\d_]{3,10}\.?[-\s]+[0-9]{1,2}(st|nd|rd|th)?([-,\s]+[0-9]{4}|[-,]\s*[0-9]{2}))\b(?![-/.:][0-9])",
    re.IGNORECASE,
)


class Day(Struct, frozen=True):
    """What a date cell says: an ISO day, or why none can be read (`two_ways`, `impossible`, `year`, `day_number`,
    `formula`, `words`), or neither where it is empty. `readings` are the days a two-way date could be."""

    iso: str | None = None
    trouble: str | None = None
    readings: tuple[str, ...] = ()


EMPTY = Day()


def day(text: str, order: Order | None, words: Dates) -> Day:
    """The day a cell says; `order` answers for those that can be read month first and day first."""
    said = bare(text).strip()
    if not said or said in words.none:
        return EMPTY
    if said[0] in "=+@":
        return Day(trouble="formula")
    if len(said) > _LONGEST:
        return Day(trouble="words")
    found = list(_readings(_CLOCK.sub("", said), words))
    return _decided(found, order) if found else Day(trouble=_unread(said))


def day_within(text: str, order: Order | None, words: Dates) -> tuple[Day, str]:
    """The first full date inside a sentence, and the sentence without it; EMPTY where it holds none."""
    for match in _WITHIN.finditer(text):
        found = day(match[0], order, words)
        if found.trouble != "words":
            return found, f"{text[: match.start()]} {text[match.end() :]}".strip()
    return EMPTY, text


def _readings(said: str, words: Dates) -> Iterator[tuple[str, int, int, int]]:
    """(order, year, month, day) for every order the text could be written in, valid or not."""
    if match := _YEAR_FIRST.match(said):
        yield "ymd", int(match[1]), int(match[2]), int(match[3])
    elif match := _NUMBERS.match(said):
        yield from _number_readings(match[1], match[2], match[3])
    elif _PACKED.match(said):
        yield "ymd", int(said[:4]), int(said[4:6]), int(said[6:])
        yield from _number_readings(said[:2], said[2:4], said[4:])
    else:
        yield from _word_readings(said, words)


def _number_readings(first: str, second: str, last: str) -> Iterator[tuple[str, int, int, int]]:
    year = _year(last)
    yield "mdy", year, int(first), int(second)
    yield "dmy", year, int(second), int(first)
    if len(last) == 2:
        yield "ymd", _year(first.zfill(2)), int(second), int(last)


def _word_readings(said: str, words: Dates) -> Iterator[tuple[str, int, int, int]]:
    """Month by name: 14-Jan-25, Jan 14th, 2025, Friday 14 de enero de 2025, 2025-Jan-14."""
    parts = [part for part in _PART.findall(_ORDINAL.sub("", said)) if part not in ("de", "del", "of", "the")]
    if parts and parts[0] in words.weekdays and len(parts) == 4:
        parts = parts[1:]
    match parts:
        case [first, name, last] if name in words.months and _digits(first, last):
            a, b = (last, first) if len(first) == 4 else (first, last)
            yield "dmy", _year(b), words.months[name], int(a)
        case [name, a, b] if name in words.months and _digits(a, b):
            yield "mdy", _year(b), words.months[name], int(a)


def _digits(*parts: str) -> bool:
    return all(part.isascii() and part.isdigit() and len(part) <= 4 for part in parts)


def _year(digits: str) -> int:
    """Two digits are a year from 1970 to 2069."""
    year = int(digits)
    return year if len(digits) > 2 else year + (2000 if year < 70 else 1900)


def _decided(found: list[tuple[str, int, int, int]], order: Order | None) -> Day:
    exist = {order: _iso(*ymd) for order, *ymd in found if _iso(*ymd)}
    days = {order: iso for order, iso in exist.items() if EARLIEST <= int(iso[:4]) <= LATEST}
    if not days:
        return Day(trouble="year" if exist else "impossible")
    if len(readings := sorted(set(days.values()))) == 1:
        return Day(readings[0])
    if order in days:
        return Day(days[order])
    return Day(trouble="two_ways", readings=tuple(readings))


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _unread(said: str) -> str:
    return "day_number" if _SERIAL.match(said) else "words"
