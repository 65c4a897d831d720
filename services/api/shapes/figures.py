"""Figures over a time: how long things took, what reached people, how the duties of a partner are carried."""

from msgspec import Struct

from projections.answers import Shelf
from projections.durations import Aim
from projections.figures import LEAST, Figures
from projections.survival import Survival
from services.api.shapes.part import Part, part
from services.reader import duties as reader
from workflows.kernel.months import Month
from workflows.kernel.words import Who


class Step(Struct, frozen=True):
    """From this day on a `share` (0 to 1) still waits; `at_risk` waited until then, and `over` of them ended that day."""

    day: int
    share: float
    at_risk: int
    over: int


class Wait(Struct, frozen=True, kw_only=True):
    """Of `whole` things `over` came to their end, half of all within `half` days, nine of ten within `most` (null while too
    many still wait for that to be said); nothing was seen for longer than `longest` days."""

    aim: Aim
    whole: int
    over: int
    half: int | None
    most: int | None
    longest: int
    curve: tuple[Step, ...]


class Solutions(Struct, frozen=True):
    """Of the concerns of a month, those that came with a solution."""

    month: Month
    offered: Part


class HeardBack(Struct, frozen=True):
    """Of voices of these kinds of speakers, those an answer reached; kinds with fewer than ten are told together, or not."""

    kinds: tuple[Who, ...]
    reached: Part


class Counted(Struct, frozen=True, kw_only=True):
    """`heard` are voices by where they stand; `ended` loops that ended heard; `brought` answers that reached who spoke;
    `public` voices of patients, families and visitors, null where fewer than ten say who speaks; `kept` promises by their
    first day; `planned` open issues with a plan of both sides; `easy` what was solved and had been found easy; `worked`
    issues listed a year and more ago that are over or in work; `climbed` barriers that climbed, `late` open ones past their
    day."""

    heard: dict[Shelf, int]
    waits: tuple[Wait, ...]
    ended: Part
    brought: Part
    solution: Part
    solutions: tuple[Solutions, ...]
    public: Part | None
    kept: Part
    planned: Part
    easy: Part
    heard_back: tuple[HeardBack, ...]
    worked: Part
    climbed: Part
    late: Part


class Duties(Struct, frozen=True, kw_only=True):
    """Of the executive partner: months `met` of those due, `rounds` held with them, parts of the charter in place by kind of
    work, and what is `overdue` of all they owe today."""

    executive: str | None
    met: Part
    rounds: Part
    technical: Part
    adaptive: Part
    overdue: Part


def counted(found: Figures) -> Counted:
    return Counted(
        heard=dict(found.heard),
        waits=tuple(_wait(aim, one) for aim, one in found.waits.items()),
        ended=part(found.ended),
        brought=part(found.brought),
        solution=part(found.solution),
        solutions=tuple(Solutions(month, part(share)) for month, share in found.solutions.items()),
        public=None if found.public.whole < LEAST else part(found.public),
        kept=part(found.in_time),
        planned=part(found.of_both),
        easy=part(found.easy),
        heard_back=tuple(HeardBack(one.kinds, part(one.reached)) for one in found.heard_back),
        worked=part(found.worked),
        climbed=part(found.climbed),
        late=part(found.late),
    )


def duties(carried: reader.Duties) -> Duties:
    return Duties(executive=carried.executive, **{key: part(share) for key, share in carried.shares.items()})


def _wait(aim: Aim, found: Survival) -> Wait:
    return Wait(
        aim=aim,
        whole=found.whole,
        over=found.over,
        half=found.days(0.5),
        most=found.days(0.9),
        longest=found.longest,
        curve=tuple(Step(step.day, round(step.share, 6), step.at_risk, step.over) for step in found.steps),
    )
