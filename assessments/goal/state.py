"""How a goal stands, how it came there, and who owes what of it."""

from typing import assert_never, cast

from msgspec import Struct
from msgspec.structs import replace

from assessments.goal.commands import Came
from assessments.goal.events import Agreed, Corrected, FellDue, HandedOn, Happened, Retargeted, Retired
from assessments.scorecard import FigureKey, Horizon
from workflows.kernel.ball import Ball, Fallen
from workflows.kernel.grammar import Correction, Fact, Ref
from workflows.kernel.moments import Day, Moment, utc_day
from workflows.kernel.noun import Nothing


class Target(Struct, frozen=True, kw_only=True):
    """`percent` by `due`, in force from `since` until the next one; `why` it is not what was aimed for before."""

    percent: int
    due: Day
    since: Moment
    why: Ref | None


class Goal(Struct, frozen=True, kw_only=True):
    """Of `unit` or (None) the hospital. `targets`: the one in force stands last. `came` of it, and `said` to that, where it
    is over."""

    unit: str | None
    figure: FigureKey
    horizon: Horizon
    baseline: int | None
    owner: str
    why: Ref | None
    targets: tuple[Target, ...]
    since: Moment
    came: Came | None = None
    said: Ref | None = None
    corrections: tuple[Correction, ...] = ()
    fallen: Fallen = ()

    @property
    def target(self) -> Target:
        return self.targets[-1]

    def in_force(self, day: Day) -> Target:
        """The one on that day; before the first, the first."""
        known = [one for one in self.targets if utc_day(one.since) <= day]
        return known[-1] if known else self.targets[0]


State = Nothing | Goal


def evolve(state: State, fact: Fact) -> State:
    event = cast(Happened, fact.event)
    if isinstance(event, Agreed):
        return _agreed(event, fact)
    return state if isinstance(state, Nothing) else _changed(state, event, fact)


def _agreed(event: Agreed, fact: Fact) -> Goal:
    first = Target(percent=event.target, due=event.due, since=fact.happened, why=None)
    return Goal(
        unit=event.unit,
        figure=event.figure,
        horizon=event.horizon,
        baseline=event.baseline,
        owner=event.owner,
        why=None if event.why is None else Ref(fact.seq, "why"),
        targets=(first,),
        since=fact.happened,
    )


def _changed(state: Goal, event: Retargeted | Retired | HandedOn | Corrected | FellDue, fact: Fact) -> Goal:
    match event:
        case Retargeted(target=percent, due=due):
            now = Target(percent=percent, due=due, since=fact.happened, why=Ref(fact.seq, "why"))
            return replace(state, targets=(*state.targets, now), since=fact.happened)
        case Retired(came=came):
            return replace(state, came=came, said=Ref(fact.seq, "why"), since=fact.happened)
        case HandedOn(owner=owner):
            return replace(state, owner=owner, since=fact.happened)
        case Corrected():
            was = Correction("why", state.why, fact.happened)
            return replace(state, why=Ref(fact.seq, "text"), corrections=(*state.corrections, was))
        case FellDue(owes=owes, due=due):
            return replace(state, fallen=(*state.fallen, (owes, due)))
        case _:
            assert_never(event)


def balls(state: State) -> tuple[Ball, ...]:
    """When its day comes somebody says what came of it: reached, given up, or aimed for anew."""
    if isinstance(state, Nothing) or state.came is not None:
        return ()
    to, first = f"unit-{state.unit}" if state.unit else None, state.targets[0].due
    return (Ball(state.owner, "review", to, state.since, state.target.due, first),)
