"""What a unit said of the same thing each time it was asked: a row for each time, and whether it changed."""

from collections.abc import Callable, Sequence

from markupsafe import Markup
from msgspec import Struct

from services.waves import Counted, Course, Wave, courses
from services.web.pictures.shares import Mark, shares
from services.web.when import When
from services.wording import time_words
from services.wording.changes import changed
from services.wording.shares import figure

FEW = "too few answered"
HEADS = {
    "scale": "Means of what people said, from 0 to 100",
    "share": "Shares of positive answers",
}


class Told(Struct, frozen=True, kw_only=True):
    """One thing over time: its name, the latest change in words, its picture and the table beside it."""

    title: str
    of: str
    says: str
    picture: Markup | str
    caption: str
    rows: tuple[tuple[str, str, str, str, str], ...]


Elsewhere = Callable[[tuple[str, ...]], str]
"""The names of these units, where they are others than the one whose page it is."""


def over_time(counted: Sequence[Counted], looking: When, elsewhere: Elsewhere) -> tuple[Told, ...]:
    found = enumerate(courses(counted))
    return tuple(_told(one, looking, f"course-{number}", elsewhere(one.units)) for number, one in found)


def _told(course: Course, looking: When, key: str, where: str) -> Told:
    after = " %" if course.of == "share" else ""
    asked = course.instrument.title["en"]
    title = course.title["en"] + (f", asked in {where}" if where else "")
    marks = [_mark(wave, looking, after) for wave in course.waves if wave.value is not None]
    last = course.waves[-1]
    return Told(
        title=title,
        of=asked,
        says=_says(last, looking),
        picture=shares(marks, title=f"{title}, each time it was asked", key=key, of=after) if marks else "",
        caption=f"{HEADS[course.of]}, each with how sure it is",
        rows=tuple(_row(wave, looking, after) for wave in course.waves),
    )


def _mark(wave: Wave, looking: When, after: str) -> Mark:
    return Mark(
        f"{_day(wave.closed, looking)}: {wave.n} answered",
        round(wave.value or 0),
        round(wave.low or 0),
        round(wave.high or 0),
        figure(round(wave.value or 0), wave.bound, after),
    )


def _row(wave: Wave, looking: When, after: str) -> tuple[str, str, str, str, str]:
    day = _day(wave.closed, looking)
    if wave.value is None:
        return day, FEW, "", "", ""
    sure = "" if wave.low is None or wave.high is None else f"{round(wave.low)}–{round(wave.high)}{after}"
    return day, figure(round(wave.value), wave.bound, after), sure, str(wave.n), _says(wave, looking)


def _says(wave: Wave, looking: When) -> str:
    return "" if wave.change is None else changed(wave.change, _day(wave.before, looking))


def _day(day: str, looking: When) -> str:
    return time_words.short(day, looking.day)
