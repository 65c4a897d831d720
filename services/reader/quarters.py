"""What a look answers about the four responsibilities, quarter by quarter: each figure against its goal, the weakest first, and
how far leaders say its components have come."""

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from assessments.maturity import STAGES, ComponentKey, Rating, Stage, median
from assessments.scorecard import (
    Consistency,
    FigureKey,
    Period,
    Responsibility,
    ResponsibilityKey,
    Verdict,
    consistency,
    judged,
    scorecard,
)
from projections import responsibilities as reckoned
from projections.lives import Stint
from projections.responsibilities import DayOf
from projections.self_assessments import AssessmentRow
from projections.share import Share
from projections.units import HOSPITAL, UnitRow
from services.reader.responsibilities import figures
from services.reader.views import Look
from workflows.kernel.moments import Day
from workflows.kernel.months import Quarter, quarter_before, quarter_of
from workflows.kernel.terms import Terms

QUARTERS = 4
FEWEST = 10
"""Of fewer reports of disrespect nothing is said to whoever may not read them."""


class Carried(Struct, frozen=True, kw_only=True):
    """One responsibility: its quarters with the earliest first and what is to be said of each; `stages` of its components, as
    last published (None: nobody was asked); `hidden` where too few reports would tell whose they are."""

    key: ResponsibilityKey
    what: Responsibility
    periods: tuple[Period, ...]
    verdicts: tuple[Verdict, ...]
    stages: Mapping[ComponentKey, Rating] | None
    hidden: bool = False

    @property
    def consistency(self) -> Consistency:
        return consistency(self.verdicts)

    @property
    def lowest(self) -> Stage | None:
        """Of its components that could be assessed."""
        found = [one for one in STAGES if one in (self.stages or {}).values()]
        return found[0] if found else None

    @property
    def middle(self) -> tuple[Stage, ...]:
        return median((self.stages or {}).values())


def carried(
    look: Look, unit: str, today: Day, *, terms: Terms, day_of: DayOf, reads_respect: bool
) -> tuple[Carried, ...]:
    """Of a unit, or ("") of the hospital with all its units. What is met least often stands first; ties stay in their order."""
    rows = {one.row.slug: one.row for one in look.units()}
    units = [unit] if unit else list(rows)
    names = _quarters(today)
    found = [figures(look, units, reckoned.quarter(name, today), terms=terms, day_of=day_of) for name in names]
    said = _published(
        look.self_assessments([unit], ("published",)) or look.self_assessments([HOSPITAL], ("published",))
    )
    every = (
        _one(key, _periods(names, [one.get(what.figure) for one in found], _asked(rows, unit, what, names)), said)
        for key, what in scorecard().responsibilities.items()
    )
    shown = (one if reads_respect or one.what.figure != "responded" else _few_hidden(one) for one in every)
    return tuple(sorted(shown, key=_weakest_first))


def _weakest_first(one: Carried) -> tuple[float, float]:
    """By the share of quarters met, then by the latest number; what nothing can be said of stands last."""
    kept = one.consistency
    latest = next((period.percent for period in reversed(one.periods) if period.percent is not None), None)
    return kept.met / kept.of if kept.of else 2.0, latest if latest is not None else 101.0


def _quarters(today: Day) -> list[Quarter]:
    found = [quarter_of(today)]
    while len(found) < QUARTERS:
        found.insert(0, quarter_before(found[0]))
    return found


def _asked(rows: Mapping[str, UnitRow], unit: str, what: Responsibility, names: Sequence[Quarter]) -> list[bool]:
    """Whether it was asked for at the end of each quarter: in the unit, or in any unit of the hospital."""
    if what.practice is None:
        return [True] * len(names)
    places: Collection[UnitRow] = [rows[unit]] if unit in rows and unit else [row for row in rows.values() if row.slug]
    return [any(row.adopted(what.practice, reckoned.quarter(name, "").last) for row in places) for name in names]


def _one(key: ResponsibilityKey, periods: tuple[Period, ...], said: Mapping[ComponentKey, Rating] | None) -> Carried:
    what = scorecard().responsibilities[key]
    return Carried(
        key=key,
        what=what,
        periods=periods,
        verdicts=tuple(judged(one, what.goal) for one in periods),
        stages=None if said is None else {one: said[one] for one in what.components if one in said},
    )


def _periods(names: Sequence[Quarter], shares: Sequence[Share | None], asked: Sequence[bool]) -> tuple[Period, ...]:
    return tuple(
        Period(name=name, part=share.part, whole=share.whole, adopted=adopted)
        for name, share, adopted in zip(names, (one or Share(0, 0) for one in shares), asked, strict=True)
    )


def _few_hidden(one: Carried) -> Carried:
    """Fewer than ten reports are for those alone who see to respect; so is that there were none."""
    if all(period.whole >= FEWEST for period in one.periods):
        return one
    kept = tuple(
        period if period.whole >= FEWEST else Period(name=period.name, part=0, whole=0, adopted=period.adopted)
        for period in one.periods
    )
    verdicts = tuple(judged(period, one.what.goal) for period in kept)
    return Carried(key=one.key, what=one.what, periods=kept, verdicts=verdicts, stages=one.stages, hidden=True)


def _published(rows: Sequence[Stint[AssessmentRow]]) -> Mapping[ComponentKey, Rating] | None:
    return {one.component: one.rating for one in rows[0].row.agreed} if rows else None


def beside(
    look: Look, unit: str, today: Day, *, terms: Terms, day_of: DayOf, reads_respect: bool
) -> Mapping[FigureKey, Share]:
    """The figures of a unit, or ("") the hospital, over the last four quarters, as they are known to this look: what stands
    beside what leaders say."""
    names = _quarters(today)
    span = reckoned.Span(reckoned.quarter(names[0], today).first, today, today)
    units = [unit] if unit else [one.row.slug for one in look.units()]
    found = dict(figures(look, units, span, terms=terms, day_of=day_of))
    share = found.get("responded", Share(0, 0))
    if not reads_respect and share.whole < FEWEST:
        found["responded"] = Share(0, 0)
    return found
