"""What a unit said of the same thing each time it was asked: a row for each time, and whether it changed."""

from collections.abc import Callable, Sequence

from markupsafe import Markup
from msgspec import Struct

from assessments.campaign import Campaign
from projections.units import UnitRow
from services.courses import LEAST, MOST, Course, Point, of_units
from services.surveyed import Result
from services.web.doing.actions import Action
from services.web.pictures.shares import Mark, shares
from services.web.visit import Visit
from services.web.when import When
from services.wording import time_words
from services.wording.changes import changed
from services.wording.shares import figure
from workflows.unit.commands import Told as What
from workflows.unit.state import PastSurvey

FEW = "too few answered"
WHAT: dict[What, str] = {"answers": "what each person answered", "figures": "figures of all together"}
ONLY_SHOWN = "How far people lay apart is not known, so nothing can be said of a change."
SCALES = {
    "scale": f"On the scale of {{of}}, from {LEAST} to {MOST}: higher is better.",
    "share": f"Of {{of}}, the share that answered positively, from {LEAST} to {MOST} %: higher is better.",
}
HEADS = {
    "scale": "Means of what people said, from 0 to 100",
    "share": "Shares of positive answers",
}


class Told(Struct, frozen=True, kw_only=True):
    """One thing over time: its name, the `scale` it is told on, the latest change in words, its picture and the table beside
    it."""

    title: str
    of: str
    scale: str
    says: str
    picture: Markup | str
    caption: str
    rows: tuple[tuple[str, str, str, str, str], ...]


Elsewhere = Callable[[tuple[str, ...]], str]
"""The names of these units, where they are others than the one whose page it is."""


class Brought(Struct, frozen=True):
    """A survey that was counted before people were asked here."""

    said: str
    action: Action | None


Asked = Sequence[tuple[Campaign, Result | None]]
"""Campaigns with what was found."""
Units = Sequence[UnitRow]
"""The one whose page it is, and those it goes on from."""


def over_time(visit: Visit, asked: Asked, units: Units, looking: When, elsewhere: Elsewhere) -> tuple[Told, ...]:
    every = enumerate(of_units(visit.house, asked, units))
    return tuple(_told(one, looking, f"course-{number}", elsewhere(one.units)) for number, one in every)


def brought(visit: Visit, units: Units, looking: When) -> tuple[Brought, ...]:
    """What was imported, and where it is taken back."""
    return tuple(_brought(visit, unit.slug, past, looking) for unit in units for past in unit.past_surveys)


def _brought(visit: Visit, slug: str, past: PastSurvey, looking: When) -> Brought:
    said = f"{past.instrument}, version {past.version}, closed on {_day(past.closed, looking)}: {WHAT[past.told]}"
    if looking.past or not visit.may("unit.take_back_survey", slug):
        return Brought(said, None)
    about = f"instrument={past.instrument}&closed={past.closed}"
    back = f"/do/unit/take_back_survey?to=unit-{slug}&{about}&next=/unit/{slug}/surveys"
    return Brought(said, Action("Take it back", back))


def _told(course: Course, looking: When, key: str, where: str) -> Told:
    after = "\N{NO-BREAK SPACE}%" if course.of == "share" else ""
    asked = course.instrument.title["en"]
    title = course.title["en"] + (f", asked in {where}" if where else "")
    marks = [_mark(point, looking, after) for point in course.points if point.value is not None]
    last = course.points[-1]
    return Told(
        title=title,
        of=asked,
        scale=SCALES[course.of].format(of=asked),
        says=_says(last, looking),
        picture=shares(marks, title=f"{title}, each time it was asked", key=key, of=after) if marks else "",
        caption=f"{HEADS[course.of]}, each with how sure it is",
        rows=tuple(_row(point, looking, after) for point in course.points),
    )


def _mark(point: Point, looking: When, after: str) -> Mark:
    value = round(point.value or 0)
    return Mark(
        f"{_when(point, looking)}: {point.n} answered",
        value,
        value if point.low is None else round(point.low),
        value if point.high is None else round(point.high),
        figure(value, point.bound, after),
    )


def _row(point: Point, looking: When, after: str) -> tuple[str, str, str, str, str]:
    day = _when(point, looking)
    if point.value is None:
        return day, FEW, "", "", ""
    sure = "" if point.low is None or point.high is None else f"{round(point.low)}–{round(point.high)}{after}"
    return day, figure(round(point.value), point.bound, after), sure, str(point.n), _says(point, looking)


def _says(point: Point, looking: When) -> str:
    if point.change is None:
        return ONLY_SHOWN if point.before else ""
    return changed(point.change, _day(point.before, looking))


def _when(point: Point, looking: When) -> str:
    return f"{_day(point.closed, looking)}, imported" if point.imported else _day(point.closed, looking)


def _day(day: str, looking: When) -> str:
    return time_words.short(day, looking.day)
