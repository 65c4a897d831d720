"""A success story: what changed because somebody spoke, told without anybody's name, from an issue that is closed. Imports the
kernel only."""

from typing import Annotated, assert_never, cast, get_args

from msgspec import Meta, Struct
from msgspec.structs import replace

from workflows.kernel.grammar import Act, Command, Correction, Event, Fact, Ref, Text, UnitSlug, refused
from workflows.kernel.moments import Moment
from workflows.kernel.noun import Decision, Nothing, Noun, foreign
from workflows.kernel.words import IssueId


class Publish(Command, frozen=True, kw_only=True):
    """Publish what changed because somebody spoke."""

    VERB = "story.publish"
    CREATES = ("story",)

    unit: Annotated[UnitSlug, Meta(title="In which unit was it?", description="Where the issue was listed.")]
    about: Annotated[IssueId, Meta(title="Which issue was it?", description="One that is closed.")]
    words: Annotated[
        Text, Meta(title="What changed, and how?", description="In a few sentences one can read aloud to the board.")
    ]
    nobody_named: Annotated[
        bool, Meta(title="Have you taken out every name, room and date?", description="So that nobody is recognised.")
    ] = False


class TakeBack(Command, frozen=True, kw_only=True):
    """Take a story back; it stays on record that it was published."""

    VERB = "story.take_back"

    reason: Annotated[Text, Meta(title="Why?", description="In one sentence.")]


class Correct(Command, frozen=True, kw_only=True):
    """Put a slip right; the old words stay, marked as corrected."""

    VERB = "story.correct"
    REPEATABLE = True

    text: Annotated[Text, Meta(title="What should it say?", description="The whole text, as it should be.")]


class Published(Event, frozen=True, kw_only=True):
    NAME = "story.published"

    unit: str
    about: str
    words: Text


class TakenBack(Event, frozen=True, kw_only=True):
    NAME = "story.taken_back"

    reason: Text


class Corrected(Event, frozen=True, kw_only=True):
    NAME = "story.corrected"

    text: Text


Happened = Published | TakenBack | Corrected


class Story(Struct, frozen=True, kw_only=True):
    """`why`: it was taken back."""

    unit: str
    about: str
    words: Ref
    since: Moment
    why: Ref | None = None
    corrections: tuple[Correction, ...] = ()


State = Nothing | Story


def evolve(state: State, fact: Fact) -> State:
    event = cast(Happened, fact.event)
    if isinstance(event, Published):
        return Story(unit=event.unit, about=event.about, words=Ref(fact.seq, "words"), since=fact.happened)
    if isinstance(state, Nothing):
        return state
    match event:
        case TakenBack():
            return replace(state, why=Ref(fact.seq, "reason"), since=fact.happened)
        case Corrected():
            corrections = (*state.corrections, Correction("words", state.words, fact.happened))
            return replace(state, words=Ref(fact.seq, "text"), corrections=corrections)
        case _:
            assert_never(event)


def published(command: Publish) -> Decision:
    """Its part of the rule `publishing`, which knows that the issue is closed."""
    if not command.nobody_named:
        return refused("story.names_somebody")
    return (Published(unit=command.unit, about=command.about, words=command.words),)


def decide(command: Command, state: State, _: Act) -> Decision:
    if not isinstance(command, TakeBack | Correct):
        raise foreign(command)
    if isinstance(state, Nothing):
        return refused("unknown", what="story")
    if isinstance(command, Correct):
        return refused("story.taken_back") if state.why else (Corrected(text=command.text),)
    return () if state.why else (TakenBack(reason=command.reason),)


NOUN = Noun(
    name="story",
    commands=(Publish, TakeBack, Correct),
    events=get_args(Happened),
    decide=decide,
    evolve=evolve,
)
