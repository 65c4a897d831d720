"""What counsel has set apart as privileged: which voices and issues, since when and why, and what is so from its first word.
All of it stands on one stream, `privilege`, in a compartment of its own, so that one look tells what nobody else may find.
Imports the kernel only."""

from typing import Annotated, Literal, assert_never, cast, get_args

from msgspec import Meta, Struct
from msgspec.structs import replace

from workflows.kernel.ball import Ball
from workflows.kernel.grammar import Act, Command, Correction, Event, Fact, Ref, Text, UnitSlug, refused
from workflows.kernel.moments import Moment
from workflows.kernel.noun import Decision, Nothing, Noun, foreign
from workflows.kernel.words import DesignableId

STREAM = "privilege"
Kind = Literal["concern", "suggestion", "idea", "question", "thanks", "good_catch"]


class Designate(Command, frozen=True, kw_only=True):
    """Set a voice or an issue apart as privileged: from now on its readers alone find it, also on past pages."""

    VERB = "privilege.designate"

    about: Annotated[
        DesignableId, Meta(title="What is set apart?", description="A voice, or an issue with its voices.")
    ]
    reason: Annotated[Text, Meta(title="Why is it privileged?", description="For those who may read it; kept sealed.")]

    def stream(self) -> str:
        return STREAM


class DropOut(Command, frozen=True, kw_only=True):
    """Take something out of the privileged again; whoever could read it before can read it once more."""

    VERB = "privilege.drop_out"

    about: Annotated[DesignableId, Meta(title="What is taken out?", description="An issue takes its voices along.")]
    reason: Annotated[Text, Meta(title="Why is it taken out?", description="Kept sealed, beside why it was set apart.")]

    def stream(self) -> str:
        return STREAM


class AdoptDefault(Command, frozen=True, kw_only=True):
    """Set every voice of a kind apart as privileged from its first word."""

    VERB = "privilege.adopt_default"

    kind: Annotated[Kind, Meta(title="Which kind of voice?", description="Only what is raised from now on.")]
    unit: Annotated[UnitSlug | None, Meta(title="In which unit?", description="Open for the whole hospital.")] = None
    reason: Annotated[Text, Meta(title="Why is it privileged?", description="For those who may read it; kept sealed.")]

    def stream(self) -> str:
        return STREAM


class EndDefault(Command, frozen=True, kw_only=True):
    """Set such voices apart no longer; those that are stay so."""

    VERB = "privilege.end_default"

    kind: Annotated[Kind, Meta(title="Which kind of voice?", description="As it was set.")]
    unit: Annotated[UnitSlug | None, Meta(title="In which unit?", description="Open for the whole hospital.")] = None

    def stream(self) -> str:
        return STREAM


class Correct(Command, frozen=True, kw_only=True):
    """Put the reason of a designation right; the old words stay, marked as corrected."""

    VERB = "privilege.correct"
    REPEATABLE = True

    about: Annotated[DesignableId, Meta(title="Of what?", description="A voice or an issue that is privileged.")]
    text: Annotated[Text, Meta(title="What should the reason say?", description="The whole text, as it should be.")]

    def stream(self) -> str:
        return STREAM


class Designated(Event, frozen=True, kw_only=True):
    """`through` is the issue that took its voices along; `by_default` has no reason of its own."""

    NAME = "privilege.designated"
    INTO = "privileged"

    about: str
    reason: Text | None
    through: str | None
    by_default: bool


class DroppedOut(Event, frozen=True, kw_only=True):
    NAME = "privilege.dropped_out"
    INTO = "open"

    about: str
    reason: Text


class DefaultAdopted(Event, frozen=True, kw_only=True):
    NAME = "privilege.default_adopted"

    kind: Kind
    in_unit: str | None
    reason: Text


class DefaultEnded(Event, frozen=True, kw_only=True):
    NAME = "privilege.default_ended"

    kind: Kind
    in_unit: str | None


class Corrected(Event, frozen=True, kw_only=True):
    NAME = "privilege.corrected"

    about: str
    text: Text


class Designation(Struct, frozen=True, kw_only=True):
    """One thing set apart `since`, `by` whoever is sealed there; it is so no longer since `dropped`."""

    about: str
    since: Moment
    by: Ref | None
    reason: Ref | None
    through: str | None
    by_default: bool
    dropped: Moment | None = None
    why_dropped: Ref | None = None
    dropped_by: Ref | None = None
    corrections: tuple[Correction, ...] = ()


class Default(Struct, frozen=True, kw_only=True):
    """Voices of `kind` in `in_unit` (None: anywhere) are privileged from their first word."""

    kind: Kind
    in_unit: str | None
    reason: Ref
    since: Moment
    by: Ref | None

    def covers(self, kind: str, unit: str | None) -> bool:
        return self.kind == kind and self.in_unit in (None, unit)


class Register(Struct, frozen=True, kw_only=True):
    """Everything that was ever set apart, in order; `now` is what is so today."""

    now: frozenset[str] = frozenset()
    designations: tuple[Designation, ...] = ()
    defaults: tuple[Default, ...] = ()
    unit: str | None = None

    def by_default(self, kind: str, unit: str | None) -> bool:
        return any(one.covers(kind, unit) for one in self.defaults)


State = Nothing | Register
Happened = Designated | DroppedOut | DefaultAdopted | DefaultEnded | Corrected
Alone = EndDefault | Correct


def register(state: State) -> Register:
    return Register() if isinstance(state, Nothing) else state


def evolve(state: State, fact: Fact) -> State:
    known, event = register(state), cast(Happened, fact.event)
    match event:
        case Designated():
            designation = _designation(event, fact)
            return replace(known, now=known.now | {event.about}, designations=(*known.designations, designation))
        case DroppedOut(about=about):
            dropped = {"dropped": fact.happened, "why_dropped": Ref(fact.seq, "reason"), "dropped_by": _by(fact)}
            return replace(_changed(known, about, **dropped), now=known.now - {about})
        case DefaultAdopted(kind=kind, in_unit=unit):
            default = Default(
                kind=kind, in_unit=unit, reason=Ref(fact.seq, "reason"), since=fact.happened, by=_by(fact)
            )
            return replace(known, defaults=(*known.defaults, default))
        case DefaultEnded(kind=kind, in_unit=unit):
            kept = tuple(one for one in known.defaults if (one.kind, one.in_unit) != (kind, unit))
            return replace(known, defaults=kept)
        case Corrected(about=about):
            was = next(one for one in known.designations if one.about == about and one.dropped is None)
            correction = Correction("reason", was.reason, fact.happened)
            return _changed(known, about, reason=Ref(fact.seq, "text"), corrections=(*was.corrections, correction))
        case _:
            assert_never(event)


def _designation(event: Designated, fact: Fact) -> Designation:
    return Designation(
        about=event.about,
        since=fact.happened,
        by=_by(fact),
        reason=None if event.reason is None else Ref(fact.seq, "reason"),
        through=event.through,
        by_default=event.by_default,
    )


def _by(fact: Fact) -> Ref | None:
    """Where it lies who acted."""
    return next((Ref(fact.seq, "by") for part in fact.head.sealed if part.part == "by"), None)


def _changed(known: Register, about: str, **changes: object) -> Register:
    """The designation in force, changed."""
    changed = tuple(
        replace(one, **changes) if one.about == about and one.dropped is None else one for one in known.designations
    )
    return replace(known, designations=changed)


def designate(command: Designate, state: State, voices: tuple[str, ...]) -> Decision:
    """Its part of the rule `designating`: an issue takes its `voices` along."""
    known = register(state)
    wanted = ((command.about, None), *((voice, command.about) for voice in voices))
    return tuple(
        Designated(about=about, reason=command.reason, through=through, by_default=False)
        for about, through in wanted
        if about not in known.now
    )


def from_the_first(streams: tuple[str, ...]) -> tuple[Designated, ...]:
    """What a default sets apart: the first of them, and what is raised with it."""
    return tuple(
        Designated(about=one, reason=None, through=streams[0] if one != streams[0] else None, by_default=True)
        for one in streams
    )


def drop_out(command: DropOut, state: State) -> Decision:
    """Its part of the rule `designating`."""
    known = register(state)
    gone = [
        one.about for one in known.designations if one.dropped is None and command.about in (one.about, one.through)
    ]
    return tuple(DroppedOut(about=about, reason=command.reason) for about in gone)


def adopt_default(command: AdoptDefault, state: State) -> Decision:
    """Its part of the rule `designating`."""
    if any((one.kind, one.in_unit) == (command.kind, command.unit) for one in register(state).defaults):
        return ()
    return (DefaultAdopted(kind=command.kind, in_unit=command.unit, reason=command.reason),)


def decide(command: Command, state: State, _: Act) -> Decision:
    if not isinstance(command, Alone):
        raise foreign(command)
    known = register(state)
    if isinstance(command, EndDefault):
        there = any((one.kind, one.in_unit) == (command.kind, command.unit) for one in known.defaults)
        return (DefaultEnded(kind=command.kind, in_unit=command.unit),) if there else ()
    if command.about not in known.now:
        return refused("privilege.not_designated")
    return (Corrected(about=command.about, text=command.text),)


def balls(_: State) -> tuple[Ball, ...]:
    return ()


NOUN = Noun(
    name="privilege",
    compartment="privileged",
    commands=(Designate, DropOut, AdoptDefault, *get_args(Alone)),
    events=get_args(Happened),
    decide=decide,
    evolve=evolve,
    balls=balls,
)
