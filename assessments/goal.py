"""A goal: which share a place wants to reach, in one figure of the scorecard, by which day; every figure there is better the
higher it is. It stands once for each place and figure. Where the target moves, the one before stays, and the time it was in
force is judged by it. Imports the kernel and `assessments.scorecard`."""

from typing import Annotated, Literal, assert_never, cast, get_args

from msgspec import Meta, Struct
from msgspec.structs import replace

from assessments.scorecard import FigureKey, Horizon
from workflows.kernel import ball
from workflows.kernel.ball import Ball, Fallen, falls
from workflows.kernel.grammar import Act, Command, Correction, Event, Fact, Ref, Text, UnitSlug, refused
from workflows.kernel.ids import named
from workflows.kernel.moments import Day, Moment, utc_day
from workflows.kernel.noun import Decision, Nothing, Noun, foreign
from workflows.kernel.words import PersonId

Came = Literal["reached", "given_up"]
Percent = Annotated[int, Meta(ge=0, le=100)]
TARGET = Meta(title="What share do you want to reach?", description="In percent, 1 to 100.")
BY = Meta(title="By when?", description="A day you believe in.")


def stream_of(unit: str | None, figure: FigureKey) -> str:
    return named("goal", unit, figure)


class Agree(Command, frozen=True, kw_only=True):
    """Agree on a goal for one figure."""

    VERB = "goal.agree"

    unit: Annotated[UnitSlug | None, Meta(title="For which unit?", description="Open for the hospital.")] = None
    figure: Annotated[FigureKey, Meta(title="Which figure?", description="One of the scorecard.")]
    horizon: Annotated[Horizon, Meta(title="How far off is it?", description="Near, middle or far.")]
    baseline: Annotated[
        Percent | None, Meta(title="Where do you start?", description="In percent, if you know it.")
    ] = None
    target: Annotated[Percent, TARGET]
    due: Annotated[Day, BY]
    owner: Annotated[
        PersonId, Meta(title="Who sees to it?", description="They say what came of it when its day comes.")
    ]
    why: Annotated[Text | None, Meta(title="What will be different then?", description="In a sentence.")] = None

    def stream(self) -> str:
        return stream_of(self.unit, self.figure)


class Retarget(Command, frozen=True, kw_only=True):
    """Aim for something else, or by another day; the target before stays on record."""

    VERB = "goal.retarget"

    target: Annotated[Percent, TARGET]
    due: Annotated[Day, BY]
    why: Annotated[Text, Meta(title="Why?", description="So that nobody thinks the bar was moved in silence.")]


class Retire(Command, frozen=True, kw_only=True):
    """Say that a goal is reached, or given up."""

    VERB = "goal.retire"

    came: Annotated[Came, Meta(title="What came of it?", description="It stays on record as you say it.")]
    why: Annotated[Text, Meta(title="What do you say to it?", description="In a sentence or two.")]


class HandOn(Command, frozen=True, kw_only=True):
    """Give a goal to somebody else to see to."""

    VERB = "goal.hand_on"

    owner: Annotated[
        PersonId, Meta(title="Who sees to it?", description="They say what came of it when its day comes.")
    ]


class Correct(Command, frozen=True, kw_only=True):
    """Put a slip right; the old words stay, marked as corrected."""

    VERB = "goal.correct"
    REPEATABLE = True

    text: Annotated[Text, Meta(title="What will be different then?", description="The whole text, as it should be.")]


class FallDue(ball.FallDue, frozen=True, kw_only=True):
    """Note that nobody said by its day what came of a goal."""

    VERB = "goal.fall_due"


class Agreed(Event, frozen=True, kw_only=True):
    NAME = "goal.agreed"

    unit: str | None
    figure: FigureKey
    horizon: Horizon
    baseline: int | None
    target: int
    due: str
    owner: str
    why: Text | None


class Retargeted(Event, frozen=True, kw_only=True):
    NAME = "goal.retargeted"

    target: int
    due: str
    why: Text


class Retired(Event, frozen=True, kw_only=True):
    NAME = "goal.retired"

    came: Came
    why: Text


class HandedOn(Event, frozen=True, kw_only=True):
    NAME = "goal.handed_on"

    owner: str


class Corrected(Event, frozen=True, kw_only=True):
    NAME = "goal.corrected"

    text: Text


class FellDue(ball.FellDue, frozen=True, kw_only=True):
    NAME = "goal.fell_due"


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
Happened = Agreed | Retargeted | Retired | HandedOn | Corrected | FellDue
Alone = Retarget | Retire | HandOn | Correct | FallDue


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


def agreed(command: Agree, state: State, act: Act) -> Decision:
    """Its part of the rule that asks whether the unit is open. One that is over can be agreed on anew."""
    if isinstance(state, Goal) and state.came is None:
        return refused("goal.agreed_already", target=state.target.percent, due=state.target.due)
    if command.due < act.day:
        return refused("day_is_past", day=command.due)
    return (
        Agreed(
            unit=command.unit,
            figure=command.figure,
            horizon=command.horizon,
            baseline=command.baseline,
            target=command.target,
            due=command.due,
            owner=command.owner,
            why=command.why,
        ),
    )


def decide(command: Command, state: State, act: Act) -> Decision:
    if not isinstance(command, Alone):
        raise foreign(command)
    if isinstance(state, Nothing):
        return refused("unknown", what="goal")
    match command:
        case Correct(text=text):
            return (Corrected(text=text),)
        case FallDue():
            return falls(command, balls(state), state.fallen, act, FellDue)
        case HandOn(owner=owner):
            return () if owner == state.owner else (HandedOn(owner=owner),)
        case Retire(came=came, why=why):
            return (Retired(came=came, why=why),) if state.came is None else ()
        case Retarget():
            return _retarget(command, state, act)


def _retarget(command: Retarget, state: Goal, act: Act) -> Decision:
    if state.came is not None:
        return refused("goal.over")
    if (command.target, command.due) == (state.target.percent, state.target.due):
        return ()
    if command.due < act.day:
        return refused("day_is_past", day=command.due)
    return (Retargeted(target=command.target, due=command.due, why=command.why),)


def balls(state: State) -> tuple[Ball, ...]:
    """When its day comes somebody says what came of it: reached, given up, or aimed for anew."""
    if isinstance(state, Nothing) or state.came is not None:
        return ()
    to, first = f"unit-{state.unit}" if state.unit else None, state.targets[0].due
    return (Ball(state.owner, "review", to, state.since, state.target.due, first),)


NOUN = Noun(
    name="goal",
    commands=(Agree, Retarget, Retire, HandOn, Correct, FallDue),
    events=get_args(Happened),
    decide=decide,
    evolve=evolve,
    balls=balls,
)
