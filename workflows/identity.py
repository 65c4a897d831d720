"""Whose voice it was, opened by two: one asks and says why, another in another role agrees, and the name is shown once to the
one who asked. Every step is a fact; the name is in none. Imports the kernel only."""

from typing import Annotated, assert_never, cast, get_args

from msgspec import Meta, Struct
from msgspec.structs import replace

from workflows.kernel.ball import Ball
from workflows.kernel.grammar import Act, Command, Correction, Event, Fact, Ref, Text, refused
from workflows.kernel.moments import DAY, MICRO, Moment
from workflows.kernel.noun import Decision, Nothing, Noun, foreign
from workflows.kernel.roles import stood_for
from workflows.kernel.words import VoiceId

GUARDIAN = "privacy_officer"
"""One of the two acts as this; which other roles may take part, the table of rights says."""
AGREE_WITHIN = 7 * DAY
SHOWN_WITHIN = 60 * 60 * MICRO


class Ask(Command, frozen=True, kw_only=True):
    """Ask to learn who spoke, of a confidential voice; somebody in another role must agree."""

    VERB = "identity.ask"
    CREATES = ("identity",)

    voice: Annotated[VoiceId, Meta(title="Whose voice?", description="Its id, as its page shows it.")]
    reason: Annotated[Text, Meta(title="Why must it be known?", description="Whoever agrees reads this; kept sealed.")]


class Agree(Command, frozen=True, kw_only=True):
    """Agree that who spoke is shown to whoever asked, once."""

    VERB = "identity.agree"


class Decline(Command, frozen=True, kw_only=True):
    """Do not agree; nobody learns who spoke."""

    VERB = "identity.decline"


class Show(Command, frozen=True, kw_only=True):
    """Be shown, once, who spoke."""

    VERB = "identity.show"


class Correct(Command, frozen=True, kw_only=True):
    """Put the reason right; the old words stay, marked as corrected."""

    VERB = "identity.correct"
    REPEATABLE = True

    text: Annotated[Text, Meta(title="What should the reason say?", description="The whole text, as it should be.")]


class Asked(Event, frozen=True, kw_only=True):
    """Somebody else may agree until `until` (µs UTC)."""

    NAME = "identity.asked"

    voice: str
    reason: Text
    until: int


class Agreed(Event, frozen=True, kw_only=True):
    """It may be shown until `until` (µs UTC)."""

    NAME = "identity.agreed"

    until: int


class Declined(Event, frozen=True, kw_only=True):
    NAME = "identity.declined"


class Shown(Event, frozen=True, kw_only=True):
    NAME = "identity.shown"


class Corrected(Event, frozen=True, kw_only=True):
    NAME = "identity.corrected"

    text: Text


class Hand(Struct, frozen=True):
    """Who acted, and as what."""

    id: str | None
    role: str


class Opening(Struct, frozen=True, kw_only=True):
    """Asked, and as far as it has come. `about` is the voice, `until` is how long the next step may be taken."""

    about: str
    reason: Ref
    asker: Hand
    since: Moment
    until: Moment
    agreed: Hand | None = None
    agreed_at: Moment | None = None
    declined: bool = False
    shown: Moment | None = None
    corrections: tuple[Correction, ...] = ()
    unit: str | None = None

    def stands(self, now: Moment) -> str:
        """`asked`, `agreed`, `shown`, `declined`, or `lapsed` when the time for the next step is over."""
        if self.shown is not None:
            return "shown"
        if self.declined:
            return "declined"
        if now > self.until:
            return "lapsed"
        return "asked" if self.agreed is None else "agreed"


State = Nothing | Opening
Happened = Asked | Agreed | Declined | Shown | Corrected
Alone = Agree | Decline | Show | Correct


def evolve(state: State, fact: Fact) -> State:
    event = cast(Happened, fact.event)
    if isinstance(event, Asked):
        return Opening(
            about=event.voice,
            reason=Ref(fact.seq, "reason"),
            asker=_hand(fact),
            since=fact.at,
            until=event.until,
        )
    return state if isinstance(state, Nothing) else _changed(state, event, fact)


def _hand(fact: Fact) -> Hand:
    return Hand(fact.head.by.id, stood_for(fact.head.by.capacity or ""))


def _changed(state: Opening, event: Happened, fact: Fact) -> Opening:
    match event:
        case Asked():
            return state
        case Agreed(until=until):
            return replace(state, agreed=_hand(fact), agreed_at=fact.at, until=until)
        case Declined():
            return replace(state, declined=True)
        case Shown():
            return replace(state, shown=fact.at)
        case Corrected():
            correction = Correction("reason", state.reason, fact.happened)
            return replace(state, reason=Ref(fact.seq, "text"), corrections=(*state.corrections, correction))
        case _:
            assert_never(event)


def ask(command: Ask, speaker: str, act: Act) -> Decision:
    """Its part of the rule `opening`: only of a voice that is somebody's, and not everybody's to know."""
    match speaker:
        case "confidential":
            return (Asked(voice=command.voice, reason=command.reason, until=act.at + AGREE_WITHIN),)
        case "anonymous":
            return refused("identity.anonymous")
        case "named":
            return refused("identity.named")
        case _:
            return refused("identity.nobody_knows")


def decide(command: Command, state: State, act: Act) -> Decision:
    if not isinstance(command, Alone):
        raise foreign(command)
    if isinstance(state, Nothing):
        return refused("unknown", what="identity")
    match command:
        case Agree():
            return _agree(state, act)
        case Decline():
            return () if state.declined else _decline(state, act)
        case Show():
            return _show(state, act)
        case Correct(text=text):
            return (Corrected(text=text),) if act.by.id == state.asker.id else refused("identity.only_who_asked")


def _agree(state: Opening, act: Act) -> Decision:
    """Another person, in another role, one of the two the guardian of privacy."""
    if refusal := _over(state, act, "asked"):
        return () if state.agreed and act.by.id == state.agreed.id else refusal
    role = stood_for(act.by.capacity or "")
    if act.by.id is None or act.by.id == state.asker.id:
        return refused("identity.another_person")
    if role == state.asker.role or GUARDIAN not in (role, state.asker.role):
        return refused("identity.another_role")
    return (Agreed(until=act.at + SHOWN_WITHIN),)


def _decline(state: Opening, act: Act) -> Decision:
    return _over(state, act, "asked") or (Declined(),)


def _show(state: Opening, act: Act) -> Decision:
    if act.by.id != state.asker.id:
        return refused("identity.only_who_asked")
    return _over(state, act, "agreed") or (Shown(),)


def _over(state: Opening, act: Act, wanted: str) -> Decision | None:
    """Why this step cannot be taken, if so."""
    match state.stands(act.at):
        case stands if stands == wanted:
            return None
        case "asked":
            return refused("identity.not_agreed")
        case "lapsed":
            return refused("identity.lapsed")
        case "declined":
            return refused("identity.declined")
        case "shown":
            return refused("identity.shown")
        case _:
            return refused("identity.agreed")


def balls(_: State) -> tuple[Ball, ...]:
    return ()


NOUN = Noun(
    name="identity",
    commands=(Ask, *get_args(Alone)),
    events=get_args(Happened),
    decide=decide,
    evolve=evolve,
    balls=balls,
)
