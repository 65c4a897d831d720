"""A meeting of the board: how long it sat, how much of that went to safety and quality, whether it heard of a harm, and which
stories it was told. Imports the kernel only."""

from typing import Annotated, assert_never, cast, get_args

from msgspec import Meta, Struct
from msgspec.structs import replace

from workflows.kernel.grammar import Act, Command, Correction, Event, Fact, Ref, Refused, Text, refused
from workflows.kernel.moments import Day, Moment
from workflows.kernel.noun import Decision, Nothing, Noun, foreign
from workflows.kernel.words import StoryId

Minutes = Annotated[int, Meta(ge=1, le=1_440)]
SafetyMinutes = Annotated[int, Meta(ge=0, le=1_440)]


class Record(Command, frozen=True, kw_only=True):
    """Put a meeting of the board on record."""

    VERB = "presentation.record"
    CREATES = ("presentation",)

    day: Annotated[Day, Meta(title="On which day was it?", description="The day the board met.")]
    minutes: Annotated[Minutes, Meta(title="How many minutes did it sit?", description="The whole meeting.")]
    safety_minutes: Annotated[
        SafetyMinutes, Meta(title="How many of them went to safety and quality?", description="As the agenda was kept.")
    ]
    harm_story: Annotated[
        bool, Meta(title="Did the board hear the story of somebody who was harmed?", description="Without their name.")
    ] = False
    stories: Annotated[
        tuple[StoryId, ...], Meta(title="Which success stories did it hear?", description="If any.", max_length=9)
    ] = ()
    words: Annotated[Text | None, Meta(title="What did the board say?", description="In two sentences.")] = None


class Withdraw(Command, frozen=True, kw_only=True):
    """Say that a meeting was put on record by mistake."""

    VERB = "presentation.withdraw"

    reason: Annotated[Text, Meta(title="Why?", description="In one sentence.")]


class Correct(Command, frozen=True, kw_only=True):
    """Put the minutes right; the old numbers stay, marked as corrected."""

    VERB = "presentation.correct"

    minutes: Annotated[Minutes, Meta(title="How many minutes did it sit?", description="The whole meeting.")]
    safety_minutes: Annotated[
        SafetyMinutes, Meta(title="How many of them went to safety and quality?", description="As the agenda was kept.")
    ]


class Recorded(Event, frozen=True, kw_only=True):
    NAME = "presentation.recorded"

    day: str
    minutes: int
    safety_minutes: int
    harm_story: bool
    stories: tuple[str, ...]
    words: Text | None


class Withdrawn(Event, frozen=True, kw_only=True):
    NAME = "presentation.withdrawn"

    reason: Text


class Corrected(Event, frozen=True, kw_only=True):
    NAME = "presentation.corrected"

    minutes: int
    safety_minutes: int


Happened = Recorded | Withdrawn | Corrected


class Meeting(Struct, frozen=True, kw_only=True):
    """`why`: it was put on record by mistake."""

    day: Day
    minutes: int
    safety_minutes: int
    harm_story: bool
    stories: tuple[str, ...]
    words: Ref | None
    since: Moment
    unit: None = None
    why: Ref | None = None
    corrections: tuple[Correction, ...] = ()


State = Nothing | Meeting


def evolve(state: State, fact: Fact) -> State:
    event = cast(Happened, fact.event)
    if isinstance(event, Recorded):
        return _recorded(event, fact)
    if isinstance(state, Nothing):
        return state
    match event:
        case Withdrawn():
            return replace(state, why=Ref(fact.seq, "reason"), since=fact.happened)
        case Corrected():
            was = Correction("minutes", f"{state.safety_minutes} of {state.minutes}", fact.happened)
            return replace(
                state,
                minutes=event.minutes,
                safety_minutes=event.safety_minutes,
                corrections=(*state.corrections, was),
            )
        case _:
            assert_never(event)


def _recorded(event: Recorded, fact: Fact) -> Meeting:
    return Meeting(
        day=event.day,
        minutes=event.minutes,
        safety_minutes=event.safety_minutes,
        harm_story=event.harm_story,
        stories=event.stories,
        words=None if event.words is None else Ref(fact.seq, "words"),
        since=fact.happened,
    )


def recorded(command: Record, act: Act) -> Decision:
    """Its part of the rule `presenting`, which knows the stories."""
    if command.day > act.day:
        return refused("still_to_come")
    event = Recorded(
        day=command.day,
        minutes=command.minutes,
        safety_minutes=command.safety_minutes,
        harm_story=command.harm_story,
        stories=tuple(dict.fromkeys(command.stories)),
        words=command.words,
    )
    return _too_many(command) or (event,)


def decide(command: Command, state: State, _: Act) -> Decision:
    if not isinstance(command, Withdraw | Correct):
        raise foreign(command)
    if isinstance(state, Nothing):
        return refused("unknown", what="presentation")
    if isinstance(command, Withdraw):
        return () if state.why else (Withdrawn(reason=command.reason),)
    if (command.minutes, command.safety_minutes) == (state.minutes, state.safety_minutes):
        return ()
    return _too_many(command) or (Corrected(minutes=command.minutes, safety_minutes=command.safety_minutes),)


def _too_many(said: Record | Correct) -> Refused | None:
    return refused("presentation.more_than_all") if said.safety_minutes > said.minutes else None


NOUN = Noun(
    name="presentation",
    commands=(Record, Withdraw, Correct),
    events=get_args(Happened),
    decide=decide,
    evolve=evolve,
)
