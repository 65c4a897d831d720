"""The pace at which a unit learns from what goes wrong: from the day it takes that up its next lesson is owed by a day, and
each lesson sets the next one. What was not taken up is not owed. Imports the kernel only."""

from collections.abc import Iterable
from typing import Annotated, assert_never, cast, get_args

from msgspec import Meta, Struct
from msgspec.structs import replace

from workflows.kernel import ball
from workflows.kernel.ball import Ball, Fallen, falls
from workflows.kernel.grammar import Act, Command, Event, Fact, Refused, UnitSlug, refused
from workflows.kernel.ids import named
from workflows.kernel.moments import Day, Moment
from workflows.kernel.months import first_day, last_day, month_of, months_after
from workflows.kernel.noun import Decision, Nothing, Noun, foreign
from workflows.kernel.pauses import Pause, days_paused
from workflows.kernel.roles import as_holder
from workflows.kernel.words import LearningId

LEADER = as_holder("team_leader")


def stream_of(unit: str) -> str:
    """The one stream of a unit's pace."""
    return named("pace", unit)


class Begin(Command, frozen=True, kw_only=True):
    """Note that a unit has taken up learning from what goes wrong."""

    VERB = "pace.begin"

    unit: Annotated[UnitSlug, Meta(title="Which unit?", description="The one that took it up.")]
    since: Annotated[Day, Meta(title="From when?", description="The first day.")]

    def stream(self) -> str:
        return stream_of(self.unit)


class Count(Command, frozen=True, kw_only=True):
    """Note that the unit came to a lesson."""

    VERB = "pace.count"

    learning: Annotated[LearningId, Meta(title="Which lesson?", description="The one it came to.")]


class End(Command, frozen=True, kw_only=True):
    """Note that the unit has set it aside."""

    VERB = "pace.end"


class Correct(Command, frozen=True, kw_only=True):
    """Take a lesson out of the count that should not stand in it; the one before it is owed again."""

    VERB = "pace.correct"

    learning: Annotated[LearningId, Meta(title="Which lesson?", description="One that was counted.")]


class FallDue(ball.FallDue, frozen=True, kw_only=True):
    """Note that no lesson came in time."""

    VERB = "pace.fall_due"


class Begun(Event, frozen=True, kw_only=True):
    """The first lesson is owed by `due`."""

    NAME = "pace.begun"

    unit: str
    since: str
    due: str


class Counted(Event, frozen=True, kw_only=True):
    """A lesson of the day `on`; the next is owed by `due`."""

    NAME = "pace.counted"

    learning: str
    on: str
    due: str


class Ended(Event, frozen=True, kw_only=True):
    NAME = "pace.ended"


class Corrected(Event, frozen=True, kw_only=True):
    """`learning` no longer counts; the next lesson is owed by `due`."""

    NAME = "pace.corrected"

    learning: str
    due: str


class PutOff(Event, frozen=True, kw_only=True):
    """The hospital paused in the month by which it was due; the lesson is owed by `due`."""

    NAME = "pace.put_off"

    due: str


class FellDue(ball.FellDue, frozen=True, kw_only=True):
    NAME = "pace.fell_due"


class Turn(Struct, frozen=True):
    """A lesson that was owed by `due` and came on the day `on`."""

    due: Day
    on: Day
    learning: str

    @property
    def in_time(self) -> bool:
        return self.on <= self.due


class Pace(Struct, frozen=True, kw_only=True):
    """A unit's, going on while `ended` is None: the next lesson is owed by `due`, `since` the last one or the first day."""

    unit: str
    began: Moment
    since: Moment
    due: Day
    turns: tuple[Turn, ...] = ()
    fallen: Fallen = ()
    ended: Moment | None = None


State = Nothing | Pace
Happened = Begun | Counted | Ended | Corrected | PutOff | FellDue


def evolve(state: State, fact: Fact) -> State:
    event, at = cast(Happened, fact.event), fact.happened
    if isinstance(event, Begun):
        if isinstance(state, Nothing):
            return Pace(unit=event.unit, began=at, since=at, due=event.due)
        return replace(state, since=at, due=event.due, ended=None)
    if isinstance(state, Nothing):
        return state
    match event:
        case Counted(learning=learning, on=on, due=due):
            return replace(state, since=at, due=due, turns=(*state.turns, Turn(state.due, on, learning)))
        case Ended():
            return replace(state, ended=at)
        case Corrected(learning=learning, due=due):
            return replace(state, due=due, turns=tuple(one for one in state.turns if one.learning != learning))
        case PutOff(due=due):
            return replace(state, due=due)
        case FellDue(owes=owes):
            return replace(state, fallen=(*state.fallen, (owes, event.due)))
        case _:
            assert_never(event)


def decide(command: Command, state: State, act: Act) -> Decision:
    if isinstance(command, Begin):
        return _begin(command, state, act)
    if isinstance(state, Nothing):
        return refused("unknown", what="pace")
    match command:
        case Count(learning=learning):
            if state.ended is not None or any(turn.learning == learning for turn in state.turns):
                return ()
            return (Counted(learning=learning, on=act.day, due=_due(act, state.unit, act.day)),)
        case End():
            return () if state.ended is not None else (Ended(),)
        case Correct(learning=learning):
            return _correct(learning, state)
        case _:
            raise foreign(command)


def _begin(command: Begin, state: State, act: Act) -> Decision:
    """Said anew with another day, that day counts as long as no lesson has come. Nothing is owed for days that had passed when
    it was said."""
    due = _due(act, command.unit, max(command.since, act.day))
    if isinstance(state, Pace) and state.ended is None and (state.turns or state.due == due):
        return ()
    return (Begun(unit=command.unit, since=command.since, due=due),)


def _correct(learning: str, state: Pace) -> Decision:
    """Where it was the latest, what it had answered is owed again."""
    turn = next((one for one in state.turns if one.learning == learning), None)
    if turn is None:
        return ()
    return (Corrected(learning=learning, due=turn.due if turn == state.turns[-1] else state.due),)


def _due(act: Act, unit: str, day: Day) -> Day:
    """The end of the month by which the next lesson is owed, under the terms of the unit today."""
    return last_day(months_after(month_of(day), act.terms.of(unit).lesson_months))


def fall_due(command: FallDue, state: State, act: Act, pauses: Iterable[Pause]) -> Decision:
    """Its part of the rule `pausing`: in a month of which a pause takes enough days no lesson is late."""
    if isinstance(state, Nothing):
        return refused("unknown", what="pace")
    fallen = falls(command, balls(state), state.fallen, act, FellDue)
    if not fallen or isinstance(fallen, Refused):
        return fallen
    month = month_of(state.due)
    paused = days_paused(pauses, first_day(month), last_day(month)) >= act.terms.pause_days
    return (PutOff(due=last_day(months_after(month, 1))),) if paused else fallen


def balls(state: State) -> tuple[Ball, ...]:
    match state:
        case Pace(ended=None):
            return (Ball(LEADER, "learn", f"unit-{state.unit}", state.since, state.due, state.due),)
        case Nothing() | Pace():
            return ()


NOUN = Noun(
    name="pace",
    commands=(Begin, Count, End, Correct, FallDue),
    events=get_args(Happened),
    decide=decide,
    evolve=evolve,
    balls=balls,
)
