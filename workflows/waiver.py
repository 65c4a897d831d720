"""A waiver: a rule of practice set aside with a recorded reason, by name and until a day, shown as such and counted apart.
Imports the kernel only."""

from typing import Annotated, Literal, assert_never, cast, get_args

from msgspec import Meta, Struct
from msgspec.structs import replace

from workflows.kernel.grammar import Act, Command, Correction, Event, Fact, Ref, Text, UnitSlug, refused
from workflows.kernel.moments import Day, Moment
from workflows.kernel.noun import Decision, Nothing, Noun, foreign
from workflows.kernel.words import AboutId, RuleKey


class Grant(Command, frozen=True, kw_only=True):
    """Set a rule of practice aside, with the reason on record."""

    VERB = "waiver.grant"
    CREATES = ("waiver",)

    rule: Annotated[RuleKey, Meta(title="Which rule?", description="A rule of practice, never one of integrity.")]
    reason: Annotated[Text, Meta(title="Why is it set aside?", description="Everyone who sees it sees why.")]
    until: Annotated[Day | None, Meta(title="Until when?", description="Open means until somebody ends it.")] = None
    unit: Annotated[UnitSlug | None, Meta(title="For which unit?", description="Open for the whole hospital.")] = None
    about: Annotated[AboutId | None, Meta(title="For one thing only?", description="Then name it.")] = None


class End(Command, frozen=True, kw_only=True):
    """End a waiver; the rule holds again."""

    VERB = "waiver.end"


class Lapse(Command, frozen=True, kw_only=True):
    """Note that a waiver has run out."""

    VERB = "waiver.lapse"


class Correct(Command, frozen=True, kw_only=True):
    """Put the words of the reason right; the old ones stay, marked as corrected."""

    VERB = "waiver.correct"
    REPEATABLE = True

    text: Annotated[Text, Meta(title="What should the reason say?", description="The whole text, as it should be.")]


class Granted(Event, frozen=True, kw_only=True):
    NAME = "waiver.granted"

    unit: str | None
    rule: str
    reason: Text
    until: str | None
    about: str | None


class Ended(Event, frozen=True, kw_only=True):
    NAME = "waiver.ended"


class Lapsed(Event, frozen=True, kw_only=True):
    NAME = "waiver.lapsed"

    until: str


class Corrected(Event, frozen=True, kw_only=True):
    NAME = "waiver.corrected"

    text: Text


class Waived(Struct, frozen=True, kw_only=True):
    """A waiver wherever it stands; in force while `over` is None."""

    unit: str | None
    rule: str
    reason: Ref
    until: str | None
    about: str | None
    by: str | None
    began: Moment
    since: Moment
    over: Literal["ended", "lapsed"] | None = None
    corrections: tuple[Correction, ...] = ()


State = Nothing | Waived
Happened = Granted | Ended | Lapsed | Corrected
Alone = Correct


def evolve(state: State, fact: Fact) -> State:
    event = cast(Happened, fact.event)
    if isinstance(event, Granted):
        return _granted(event, fact)
    return state if isinstance(state, Nothing) else _changed(state, event, fact)


def _changed(state: Waived, event: Happened, fact: Fact) -> Waived:
    match event:
        case Granted():
            return state
        case Ended():
            return replace(state, over="ended", since=fact.happened)
        case Lapsed():
            return replace(state, over="lapsed", since=fact.happened)
        case Corrected():
            corrections = (*state.corrections, Correction("reason", state.reason, fact.happened))
            return replace(state, reason=Ref(fact.seq, "text"), corrections=corrections)
        case _:
            assert_never(event)


def _granted(event: Granted, fact: Fact) -> Waived:
    return Waived(
        unit=event.unit,
        rule=event.rule,
        reason=Ref(fact.seq, "reason"),
        until=event.until,
        about=event.about,
        by=fact.head.by.id,
        began=fact.happened,
        since=fact.happened,
    )


def grant(command: Grant, act: Act, about: str | None) -> Decision:
    """Its part of the rule `waiving`, which knows what it is about."""
    if command.until is not None and command.until < act.day:
        return refused("day_is_past", day=command.until)
    return (
        Granted(
            unit=command.unit,
            rule=command.rule,
            reason=command.reason,
            until=command.until,
            about=about,
        ),
    )


def over(command: End | Lapse, state: State, act: Act) -> Decision:
    """Its part of the rule `waiving`, for which what it set aside stands as before."""
    if isinstance(state, Nothing):
        return refused("unknown", what="waiver")
    if isinstance(command, Lapse):
        return _lapse(state, act)
    return () if state.over else (Ended(),)


def decide(command: Command, state: State, _: Act) -> Decision:
    if not isinstance(command, Alone):
        raise foreign(command)
    return refused("unknown", what="waiver") if isinstance(state, Nothing) else (Corrected(text=command.text),)


def _lapse(state: Waived, act: Act) -> Decision:
    if not act.of_the_clock:
        return refused("only_the_clock")
    if state.over:
        return ()
    if state.until is None or act.day <= state.until:
        return refused("nothing_fell_due")
    return (Lapsed(until=state.until),)


NOUN = Noun(
    name="waiver",
    commands=(Grant, End, Lapse, Correct),
    events=get_args(Happened),
    decide=decide,
    evolve=evolve,
)
