"""The four responsibilities of leaders, quarter by quarter."""

from msgspec import Struct

from assessments.maturity import ComponentKey, Rating
from assessments.scorecard import FigureKey, Horizon, Period, ResponsibilityKey, Standing, Verdict, scorecard
from projections.goals import GoalState
from services.api.shapes.words import Date, Text, Words
from services.reader.quarters import Aimed, Carried, Course


class Quarter(Struct, frozen=True, kw_only=True):
    """`part` of `whole`; between `low` and `high` percent (Wilson, 95 %; null: of nothing there is no share)."""

    quarter: str
    part: int
    whole: int
    percent: int | None
    low: int | None
    high: int | None
    target: int
    verdict: Verdict


class Said(Struct, frozen=True):
    """How far leaders say a component has come."""

    component: ComponentKey
    stage: Rating


class Responsibility(Struct, frozen=True, kw_only=True):
    """`met` quarters of the `judged` ones, of which it can be said; `goal` in percent. `hidden`: few reports."""

    responsibility: ResponsibilityKey
    title: str
    figure: FigureKey
    counts: str
    goal: int
    met: int
    judged: int
    hidden: bool
    quarters: tuple[Quarter, ...]
    maturity: tuple[Said, ...]


class Target(Struct, frozen=True, kw_only=True):
    """`percent` by `due`; `why` it is not what was aimed for before."""

    percent: int
    due: Date
    why: Text


class Goal(Struct, frozen=True, kw_only=True):
    """A goal of the place, or of a `unit` it goes on from: every target it ever had, the one in force last; how it stands, and
    what came of it."""

    id: str
    unit: str | None
    figure: FigureKey
    horizon: Horizon
    owner: str
    why: Text
    baseline: int | None
    targets: tuple[Target, ...]
    standing: Standing
    came: GoalState
    quarters: tuple[Quarter, ...]


def responsibility(one: Carried) -> Responsibility:
    course = one.course
    return Responsibility(
        responsibility=one.key,
        title=one.what.title,
        figure=course.figure,
        counts=scorecard().figures[course.figure].counts,
        goal=course.targets[-1],
        met=course.consistency.met,
        judged=course.consistency.of,
        hidden=course.hidden,
        quarters=_quarters(course),
        maturity=tuple(Said(key, rating) for key, rating in (one.stages or {}).items()),
    )


def goal(one: Aimed, words: Words) -> Goal:
    known = one.goal.row.goal
    return Goal(
        id=one.goal.stream,
        unit=known.unit,
        figure=known.figure,
        horizon=known.horizon,
        owner=known.owner,
        why=words(known.why),
        baseline=known.baseline,
        targets=tuple(Target(percent=each.percent, due=each.due, why=words(each.why)) for each in known.targets),
        standing=one.standing,
        came=one.goal.row.state,
        quarters=_quarters(one.course),
    )


def _quarters(course: Course) -> tuple[Quarter, ...]:
    told = zip(course.periods, course.targets, course.verdicts, strict=True)
    return tuple(_quarter(period, target, said) for period, target, said in told)


def _quarter(period: Period, target: int, said: Verdict) -> Quarter:
    low, high = period.bounds or (None, None)
    return Quarter(
        quarter=period.name,
        part=period.part,
        whole=period.whole,
        percent=period.percent,
        low=low,
        high=high,
        target=target,
        verdict=said,
    )
