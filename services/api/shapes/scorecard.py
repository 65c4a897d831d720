"""The four responsibilities of leaders, quarter by quarter."""

from msgspec import Struct

from assessments.maturity import ComponentKey, Rating
from assessments.scorecard import FigureKey, Period, ResponsibilityKey, Verdict, scorecard
from services.reader.quarters import Carried


class Quarter(Struct, frozen=True, kw_only=True):
    """`part` of `whole`; between `low` and `high` percent (Wilson, 95 %; null: of nothing there is no share)."""

    quarter: str
    part: int
    whole: int
    percent: int | None
    low: int | None
    high: int | None
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


def responsibility(one: Carried) -> Responsibility:
    return Responsibility(
        responsibility=one.key,
        title=one.what.title,
        figure=one.what.figure,
        counts=scorecard().figures[one.what.figure].counts,
        goal=one.what.goal,
        met=one.consistency.met,
        judged=one.consistency.of,
        hidden=one.hidden,
        quarters=tuple(_quarter(period, said) for period, said in zip(one.periods, one.verdicts, strict=True)),
        maturity=tuple(Said(key, rating) for key, rating in (one.stages or {}).items()),
    )


def _quarter(period: Period, said: Verdict) -> Quarter:
    low, high = period.bounds or (None, None)
    return Quarter(
        quarter=period.name,
        part=period.part,
        whole=period.whole,
        percent=period.percent,
        low=low,
        high=high,
        verdict=said,
    )
