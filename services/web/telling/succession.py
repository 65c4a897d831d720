"""What a unit was called, what it goes on from, and as what it goes on: one line each, with the day."""

from collections.abc import Iterator

from msgspec import Struct

from projections import lineage
from projections.units import UnitRow
from services import clock
from services.reader.views import Look
from services.web.visit import Visit
from services.web.when import When
from services.wording import time_words


class Changed(Struct, frozen=True):
    """One line; it ends with the `name` of another unit, which `href` leads to where the reader may enter it."""

    words: str
    name: str = ""
    href: str = ""


def told(visit: Visit, look: Look, slug: str, looking: When) -> tuple[Changed, ...]:
    """By what is so at the moment looked at."""
    rows = look.places()
    here = next((row for row in rows if row.slug == slug), None)
    return (*_names(visit, here, looking), *_lines(visit, rows, slug, here, looking)) if here else ()


def _names(visit: Visit, here: UnitRow, looking: When) -> Iterator[Changed]:
    for one in here.called:
        day = time_words.short(clock.day_of(one.until, visit.house.plate.zone), looking.day)
        yield Changed(f"Until {day} it was called {one.name}.")


def _lines(visit: Visit, rows: tuple[UnitRow, ...], slug: str, here: UnitRow, looking: When) -> Iterator[Changed]:
    for one in lineage.went_into(rows, slug):
        if one.succession is None:
            continue
        day = time_words.short(one.succession.since, looking.day)
        how = "what was" if len(one.succession.into) == 1 else "a part of what was"
        yield _named(visit, f"Since {day} it goes on with {how}, whose log stands here too:", one, looking)
    if here.succession is not None:
        day = time_words.short(here.succession.since, looking.day)
        for into in here.succession.into:
            found = next((row for row in rows if row.slug == into), None)
            if found:
                yield _named(visit, f"Since {day} this unit goes on as", found, looking)


def _named(visit: Visit, words: str, row: UnitRow, looking: When) -> Changed:
    href = f"/unit/{row.slug}{looking.query}" if visit.may("read.board", row.slug) else ""
    return Changed(words, row.name, href)
