"""A legal hold: what it covers is neither erased nor let lapse until counsel lifts it. All holds stand on one stream, `hold`,
so that whoever erases can prove that none was placed meanwhile. Imports the kernel only."""

from typing import Annotated, assert_never, cast, get_args

from msgspec import Meta, Struct
from msgspec.structs import replace

from workflows.kernel.grammar import Act, Command, Correction, Event, Fact, Ref, Text, UnitSlug, refused
from workflows.kernel.moments import Moment
from workflows.kernel.noun import Decision, Nothing, Noun, foreign
from workflows.kernel.words import PersonId, StreamId

STREAM = "hold"
Number = Annotated[int, Meta(ge=1, le=10**15)]
"""A hold is spoken of by the position at which it was placed."""


class Place(Command, frozen=True, kw_only=True):
    """Place a legal hold: what it covers is not erased until it is lifted."""

    VERB = "hold.place"
    REPEATABLE = True

    reason: Annotated[
        Text, Meta(title="Why is it held?", description="The matter, for those who hold it; kept sealed.")
    ]
    about: Annotated[StreamId | None, Meta(title="On one record?", description="Its id, as its page shows it.")] = None
    unit: Annotated[UnitSlug | None, Meta(title="On a whole unit?", description="All that is in it today.")] = None
    person: Annotated[
        PersonId | None, Meta(title="On what one person said?", description="Also what they say from now on.")
    ] = None

    def stream(self) -> str:
        return STREAM


class Lift(Command, frozen=True, kw_only=True):
    """Lift a legal hold; what waited for it goes on."""

    VERB = "hold.lift"

    hold: Annotated[Number, Meta(title="Which hold?", description="Its number.")]
    reason: Annotated[
        Text, Meta(title="Why is it lifted?", description="Kept sealed, beside the reason it was placed.")
    ]

    def stream(self) -> str:
        return STREAM


class Correct(Command, frozen=True, kw_only=True):
    """Put the reason of a hold right; the old words stay, marked as corrected."""

    VERB = "hold.correct"
    REPEATABLE = True

    hold: Annotated[Number, Meta(title="Which hold?", description="Its number.")]
    text: Annotated[Text, Meta(title="What should the reason say?", description="The whole text, as it should be.")]

    def stream(self) -> str:
        return STREAM


class Placed(Event, frozen=True, kw_only=True):
    """One of the three says what it covers."""

    NAME = "hold.placed"

    about: str | None
    on_unit: str | None
    person: str | None
    reason: Text


class Lifted(Event, frozen=True, kw_only=True):
    NAME = "hold.lifted"

    hold: int
    reason: Text


class Corrected(Event, frozen=True, kw_only=True):
    NAME = "hold.corrected"

    hold: int
    text: Text


class Held(Struct, frozen=True, kw_only=True):
    """One hold; it stands while `lifted` is None."""

    number: int
    about: str | None
    unit: str | None
    person: str | None
    reason: Ref
    by: str | None
    since: Moment
    lifted: Moment | None = None
    why_lifted: Ref | None = None
    corrections: tuple[Correction, ...] = ()

    def covers(self, about: str, unit: str | None, speaker: str | None = None) -> bool:
        """Whether it keeps this record, which is in `unit` and was said by `speaker` as far as that is known."""
        if self.lifted is not None:
            return False
        mine = ((self.about, about), (self.unit, unit), (self.person, speaker))
        return any(wanted is not None and wanted == found for wanted, found in mine)

    def keeps(self, person: str) -> bool:
        """Whether what this person said is held, now and from now on."""
        return self.lifted is None and self.person == person


class Register(Struct, frozen=True, kw_only=True):
    """Every hold there ever was, by when it was placed; `last` is the position of the latest word on any of them."""

    last: int
    holds: tuple[Held, ...] = ()
    unit: str | None = None

    def covering(self, about: str, unit: str | None, speaker: str | None = None) -> Held | None:
        """The first hold that keeps this record."""
        return next((hold for hold in self.holds if hold.covers(about, unit, speaker)), None)


State = Nothing | Register
Happened = Placed | Lifted | Corrected
Alone = Lift | Correct


def evolve(state: State, fact: Fact) -> State:
    event = cast(Happened, fact.event)
    holds = () if isinstance(state, Nothing) else state.holds
    match event:
        case Placed():
            return Register(last=fact.seq, holds=(*holds, _placed(event, fact)))
        case Lifted(hold=number):
            changes: dict[str, object] = {"lifted": fact.happened, "why_lifted": Ref(fact.seq, "reason")}
        case Corrected(hold=number):
            was = next(one.reason for one in holds if one.number == number)
            marks = next(one.corrections for one in holds if one.number == number)
            correction = Correction("reason", was, fact.happened)
            changes = {"reason": Ref(fact.seq, "text"), "corrections": (*marks, correction)}
        case _:
            assert_never(event)
    return Register(
        last=fact.seq, holds=tuple(replace(one, **changes) if one.number == number else one for one in holds)
    )


def _placed(event: Placed, fact: Fact) -> Held:
    return Held(
        number=fact.seq,
        about=event.about,
        unit=event.on_unit,
        person=event.person,
        reason=Ref(fact.seq, "reason"),
        by=fact.head.by.id,
        since=fact.happened,
    )


def place(command: Place) -> Decision:
    """Its part of the rule `erasing`."""
    scopes = (command.about, command.unit, command.person)
    if sum(scope is not None for scope in scopes) != 1:
        return refused("hold.covers_one")
    return (Placed(about=command.about, on_unit=command.unit, person=command.person, reason=command.reason),)


def decide(command: Command, state: State, _: Act) -> Decision:
    if not isinstance(command, Alone):
        raise foreign(command)
    found = () if isinstance(state, Nothing) else state.holds
    held = next((one for one in found if one.number == command.hold), None)
    if held is None:
        return refused("unknown", what="hold")
    if isinstance(command, Lift):
        return () if held.lifted else (Lifted(hold=command.hold, reason=command.reason),)
    return (Corrected(hold=command.hold, text=command.text),)


NOUN = Noun(
    name="hold",
    commands=(Place, *get_args(Alone)),
    events=get_args(Happened),
    decide=decide,
    evolve=evolve,
)
