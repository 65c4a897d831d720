"""What was said of the same thing each time it was asked."""

from typing import Literal

from msgspec import Struct

from assessments.disclosure import Bound
from assessments.scoring import Change as Changed
from services import courses
from services.api.shapes.words import Date
from services.courses import Of
from workflows.unit.commands import Told
from workflows.unit.state import PastSurvey as Entered


class Change(Struct, frozen=True, kw_only=True):
    """By so many points since the day `since`, with bounds (95 %, of independent people). It `rose` or `fell` only where that
    is more than chance and enough to matter."""

    since: Date
    by: float
    low: float | None
    high: float | None
    verdict: Literal["rose", "fell", "too_small_to_matter", "not_distinguishable", "not_computable"]


class Point(Struct, frozen=True, kw_only=True):
    """One time: `value` of `n` people, null where too few answered; `low` and `high` bound it, null where an imported figure
    came without its spread. In a small group all and nobody are told as a `bound`. `imported`: counted before people were asked
    here. `change`: from the last time that was told, null where nothing can be said of it."""

    closed: Date
    imported: bool
    n: int | None
    value: float | None
    low: float | None
    high: float | None
    bound: Bound
    change: Change | None


class Course(Struct, frozen=True, kw_only=True):
    """One composite (`of` is scale) or item (share) of an instrument, as it was asked of these `units`. Every value lies
    between `least` and `most`; a higher one is better, for reversed items are turned round. `points`: the first time first."""

    units: tuple[str, ...]
    instrument: str
    version: int
    about: str
    title: str
    of: Of
    least: int
    most: int
    better: Literal["higher"]
    points: tuple[Point, ...]


class PastSurvey(Struct, frozen=True, kw_only=True):
    """What people of this `unit` were asked before they were asked here, until the day `closed`: `told` as what each person
    answered, or as figures of all together."""

    unit: str
    instrument: str
    version: int
    closed: Date
    told: Told


def past_survey(unit: str, one: Entered) -> PastSurvey:
    return PastSurvey(unit=unit, instrument=one.instrument, version=one.version, closed=one.closed, told=one.told)


def course(one: courses.Course) -> Course:
    return Course(
        units=one.units,
        instrument=one.instrument.id,
        version=one.instrument.version,
        about=one.about,
        title=one.title.get("en", ""),
        of=one.of,
        least=courses.LEAST,
        most=courses.MOST,
        better="higher",
        points=tuple(map(_point, one.points)),
    )


def _point(one: courses.Point) -> Point:
    return Point(
        closed=one.closed,
        imported=one.imported,
        n=None if one.value is None else one.n,
        value=_rounded(one.value),
        low=_rounded(one.low),
        high=_rounded(one.high),
        bound=one.bound,
        change=None if one.change is None else _change(one.change, one.before),
    )


def _change(one: Changed, since: str) -> Change:
    known = one.verdict != "not_computable"
    return Change(
        since=since,
        by=float(round(one.difference)),
        low=float(round(one.low)) if known else None,
        high=float(round(one.high)) if known else None,
        verdict=one.verdict,
    )


def _rounded(value: float | None) -> float | None:
    """As pages tell it: a finer figure would say more of a few."""
    return None if value is None else float(round(value))
