"""What a look answers about the four responsibilities, quarter by quarter: each figure against its goal, the weakest first, and
how far leaders say its components have come; and about the goals of a place, whichever figure they are in."""

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from assessments.goal import Goal
from assessments.maturity import STAGES, ComponentKey, Rating, Stage
from assessments.scorecard import (
    Consistency,
    FigureKey,
    Period,
    Responsibility,
    ResponsibilityKey,
    Standing,
    Verdict,
    consistency,
    judged,
    scorecard,
    standing,
)
from projections import responsibilities as reckoned
from projections.goals import GoalRow
from projections.lives import Stint
from projections.responsibilities import DayOf
from projections.self_assessments import AssessmentRow
from projections.share import Share
from projections.units import HOSPITAL, UnitRow
from services.reader.responsibilities import answered_by_unit, figures
from services.reader.views import Look
from workflows.kernel.moments import Day
from workflows.kernel.months import Quarter, quarter_before, quarter_of
from workflows.kernel.practices import Practice
from workflows.kernel.terms import Terms

QUARTERS = 4
FEWEST = 10
"""Of fewer reports of disrespect nothing is said to whoever may not read them."""


class Course(Struct, frozen=True, kw_only=True):
    """One figure over the quarters, the earliest first: each with its target in percent and what is to be said of it. `hidden`
    where too few reports would tell whose they are."""

    figure: FigureKey
    periods: tuple[Period, ...]
    targets: tuple[int, ...]
    hidden: bool = False

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        return tuple(judged(period, target) for period, target in zip(self.periods, self.targets, strict=True))

    @property
    def consistency(self) -> Consistency:
        return consistency(self.verdicts)


class Carried(Struct, frozen=True, kw_only=True):
    """One responsibility; `stages` of its components, as last published (None: nobody was asked)."""

    key: ResponsibilityKey
    what: Responsibility
    course: Course
    stages: Mapping[ComponentKey, Rating] | None

    @property
    def lowest(self) -> Stage | None:
        """Of its components that could be assessed."""
        found = [one for one in STAGES if one in (self.stages or {}).values()]
        return found[0] if found else None


class Aimed(Struct, frozen=True, kw_only=True):
    """A goal and how it stands; what is over stands as it was said."""

    goal: Stint[GoalRow]
    course: Course
    standing: Standing


class Card(Struct, frozen=True):
    """What is met least often stands first; ties stay in the order of the document. Goals of units it goes on from stand last,
    each against the figures of that unit alone."""

    carried: tuple[Carried, ...]
    goals: tuple[Aimed, ...]


class Looking(Struct, frozen=True, kw_only=True):
    """For whom, on which day, under which terms."""

    today: Day
    terms: Terms
    day_of: DayOf
    reads_respect: bool


def card(look: Look, unit: str, on: Looking) -> Card:
    """Of a unit, or ("") of the hospital with all its units."""
    goals = {one.row.goal.figure: one for one in look.goals([unit])}
    courses = _Courses(look, unit, on, {key: one.row.goal for key, one in goals.items()})
    said = _published(
        look.self_assessments([unit], ("published",)) or look.self_assessments([HOSPITAL], ("published",))
    )
    every = (
        Carried(
            key=key,
            what=what,
            course=courses.of(what.figure),
            stages=None if said is None else {one: said[one] for one in what.components if one in said},
        )
        for key, what in scorecard().responsibilities.items()
    )
    aimed = (_aimed(one, courses.of(one.row.goal.figure), on.today) for one in goals.values())
    theirs = (one for earlier in look.before for one in _goals(look, earlier, on))
    return Card(tuple(sorted(every, key=_weakest_first)), (*aimed, *theirs))


def _goals(look: Look, unit: str, on: Looking) -> tuple[Aimed, ...]:
    """Of a unit that goes on as another."""
    goals = {one.row.goal.figure: one for one in look.goals([unit])}
    if not goals:
        return ()
    courses = _Courses(look, unit, on, {key: one.row.goal for key, one in goals.items()})
    return tuple(_aimed(one, courses.of(key), on.today) for key, one in goals.items())


def _aimed(one: Stint[GoalRow], course: Course, today: Day) -> Aimed:
    return Aimed(goal=one, course=course, standing=standing(course.verdicts, one.row.goal.target.due, today))


def _weakest_first(one: Carried) -> tuple[float, float]:
    """By the share of quarters met, then by the latest number; what nothing can be said of stands last."""
    kept = one.course.consistency
    latest = next((period.percent for period in reversed(one.course.periods) if period.percent is not None), None)
    return kept.met / kept.of if kept.of else 2.0, latest if latest is not None else 101.0


class _Courses:
    """All figures of a place, reckoned once."""

    def __init__(self, look: Look, unit: str, on: Looking, goals: Mapping[FigureKey, Goal]) -> None:
        self._unit, self._on, self._goals = unit, on, goals
        self._rows = {one.row.slug: one.row for one in look.units()}
        self._names = _quarters(on.today)
        units = [unit] if unit else list(self._rows)
        self._found = [
            figures(look, units, reckoned.quarter(name, on.today), terms=on.terms, day_of=on.day_of)
            for name in self._names
        ]

    def of(self, figure: FigureKey) -> Course:
        practice, target = _of_figure(figure)
        goal = self._goals.get(figure)
        lasts = [reckoned.quarter(name, self._on.today).last for name in self._names]
        course = Course(
            figure=figure,
            periods=tuple(
                Period(name=name, part=share.part, whole=share.whole, adopted=self._asked(practice, last))
                for name, last, share in zip(
                    self._names, lasts, (one.get(figure, Share(0, 0)) for one in self._found), strict=True
                )
            ),
            targets=tuple(goal.in_force(last).percent if goal else target for last in lasts),
        )
        return course if figure != "responded" or self._on.reads_respect else few_hidden(course)

    def _asked(self, practice: Practice | None, day: Day) -> bool:
        """Whether it was asked for on that day: in the unit, or in any unit of the hospital."""
        if practice is None:
            return True
        own = [self._rows[self._unit]] if self._unit and self._unit in self._rows else None
        places: Collection[UnitRow] = own or [row for row in self._rows.values() if row.slug]
        return any(row.adopted(practice, day) for row in places)


def _of_figure(figure: FigureKey) -> tuple[Practice | None, int]:
    """The practice from which on it counts, and the target where no other was agreed on."""
    mine = (one for one in scorecard().responsibilities.values() if one.figure == figure)
    return next(((one.practice, one.goal) for one in mine), (None, 100))


def _quarters(today: Day) -> list[Quarter]:
    found = [quarter_of(today)]
    while len(found) < QUARTERS:
        found.insert(0, quarter_before(found[0]))
    return found


def few_hidden(course: Course) -> Course:
    """Fewer than ten reports are for those alone who see to respect; so is that there were none."""
    if all(period.whole >= FEWEST for period in course.periods):
        return course
    kept = (
        period if period.whole >= FEWEST else Period(name=period.name, part=0, whole=0) for period in course.periods
    )
    return replace(course, periods=tuple(kept), hidden=True)


def _published(rows: Sequence[Stint[AssessmentRow]]) -> Mapping[ComponentKey, Rating] | None:
    return {one.component: one.rating for one in rows[0].row.agreed} if rows else None


def by_unit(look: Look, on: Looking) -> Mapping[str, Share]:
    """Voices that heard back in time, unit by unit over the last four quarters, in the order the units were opened."""
    span = reckoned.Span(reckoned.quarter(_quarters(on.today)[0], on.today).first, on.today, on.today)
    slugs = [one.row.slug for one in look.units() if one.row.slug]
    return answered_by_unit(look, slugs, span, {slug: on.terms.of(slug) for slug in slugs})


def beside(look: Look, unit: str, on: Looking) -> Mapping[FigureKey, Share]:
    """The figures of a unit, or ("") the hospital, over the last four quarters, as they are known to this look: what stands
    beside what leaders say."""
    span = reckoned.Span(reckoned.quarter(_quarters(on.today)[0], on.today).first, on.today, on.today)
    units = [unit] if unit else [one.row.slug for one in look.units()]
    found = dict(figures(look, units, span, terms=on.terms, day_of=on.day_of))
    if not on.reads_respect and found.get("responded", Share(0, 0)).whole < FEWEST:
        found["responded"] = Share(0, 0)
    return found
