"""You said, we did: what of a month everybody may read. Numbers, and stories that were told so that nobody is recognised."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from projections.lives import Stint
from projections.stories import StoryRow
from services.reader import monthly
from services.reader.monthly import UnitMonth
from services.reader.views import Look
from services.web.visit import Words
from services.wording import time_words
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import Day
from workflows.kernel.months import Month, first_day, month_of, months_after

STORIES = 3
"""The latest ones, of whichever month."""


class Did(Struct, frozen=True, kw_only=True):
    """Of one unit: the month looked at up to that day, the one before, its latest stories."""

    month: Month
    now: UnitMonth
    before: UnitMonth
    stories: tuple[Stint[StoryRow], ...]


class Told(Struct, frozen=True, kw_only=True):
    """`months`: each with its numbers; `stories`: in words."""

    months: tuple[tuple[str, tuple[tuple[int, str], ...]], ...]
    stories: tuple[str, ...]
    waits: int


def did(look: Look, slug: str, day: Day) -> Did:
    month = month_of(day)
    before = months_after(month, -1)
    return Did(
        month=month,
        now=monthly.months(look, [slug], month)[0],
        before=monthly.months(look, [slug], before)[0],
        stories=tuple(one for one in look.stories() if look.is_of(one.row.unit, slug))[:STORIES],
    )


def refs(found: Did) -> Iterator[Ref]:
    return (one.row.title for one in found.stories)


def told(found: Did, words: Words) -> Told:
    before = months_after(found.month, -1)
    return Told(
        months=(
            (f"{time_words.month(first_day(found.month))}, so far", _numbers(found.now)),
            (time_words.month(first_day(before)), _numbers(found.before)),
        ),
        stories=tuple(words.of(one.row.title) for one in found.stories),
        waits=found.now.waits.owed,
    )


def _numbers(of: UnitMonth) -> tuple[tuple[int, str], ...]:
    came = of.came
    found: Sequence[tuple[int, str]] = (
        (came["said"], "said"),
        (came["answered"], "answered"),
        (came["fixed"], "fixed on the spot"),
        (came["resolved"], "put right"),
        (came["removed"], "barrier removed" if came["removed"] == 1 else "barriers removed"),
        (came["thanked"], "thank-you" if came["thanked"] == 1 else "thank-yous"),
    )
    return tuple(one for one in found if one[0] or one[1] in ("said", "answered"))
