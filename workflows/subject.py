"""A subject of erasure: one record whose words are to be destroyed, wholly or in one passage. Asked by people, carried out by
the machine once no hold keeps it; until then it waits, and is seen to wait. Nothing here says whose words they were: a
person's request is one subject for each of their voices. Imports the kernel only."""

from typing import Annotated, Literal, assert_never, cast, get_args

from msgspec import Meta, Struct
from msgspec.structs import replace

from workflows.kernel.ball import Ball
from workflows.kernel.grammar import Act, Command, Correction, Event, Fact, Ref, Text, refused
from workflows.kernel.moments import Moment
from workflows.kernel.noun import Decision, Nothing, Noun, foreign
from workflows.kernel.words import PersonId, StreamId

Basis = Literal["asked_by_the_person", "law", "court_order", "entered_by_mistake", "retention_over"]
PartName = Annotated[str, Meta(pattern=r"^[a-z_]{1,40}$")]
WordsAt = Annotated[str, Meta(pattern=r"^[1-9][0-9]*\.[a-z_]{1,40}$")]
"""Where words lay: position and part, as `118.what`."""
KeyId = Annotated[str, Meta(pattern=r"^(respect|privileged)?key-[0-9a-z]{26}$")]
Digest = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]


class Erase(Command, frozen=True, kw_only=True):
    """Have every word of a record erased: its key, its salts and what they sealed."""

    VERB = "subject.erase"
    CREATES = ("subject",)

    about: Annotated[StreamId, Meta(title="Which record?", description="Its id, as its page shows it.")]
    basis: Annotated[
        Basis, Meta(title="On what basis?", description="It stays on record, without a word of the content.")
    ]
    approver: Annotated[PersonId, Meta(title="Who approved it?", description="Somebody other than who asks.")]


class Redact(Command, frozen=True, kw_only=True):
    """Take a passage out of words: everybody sees the text without it, on past pages too; the old text is destroyed."""

    VERB = "subject.redact"
    CREATES = ("subject",)

    about: Annotated[StreamId, Meta(title="Of which record?", description="Its id, as its page shows it.")]
    seq: Annotated[int, Meta(title="In which entry?", description="The position of the entry.", ge=1, le=10**15)]
    part: Annotated[PartName, Meta(title="In which of its texts?", description="As the entry names it.")]
    text: Annotated[Text, Meta(title="What remains?", description="The whole text, the passage replaced by […].")]
    reason: Annotated[Text, Meta(title="Why is it taken out?", description="Do not repeat the passage.")]


class CarryOut(Command, frozen=True, kw_only=True):
    """Record that these words are erased; what is recorded is destroyed."""

    VERB = "subject.carry_out"

    words: Annotated[
        tuple[WordsAt, ...], Meta(title="Which words?", description="Position and part of each.", max_length=5_000)
    ]
    keys: Annotated[
        tuple[KeyId, ...], Meta(title="Which keys?", description="None where other words need them.", max_length=1_000)
    ] = ()
    photos: Annotated[
        tuple[Digest, ...], Meta(title="Which photos?", description="By their digests.", max_length=100)
    ] = ()
    clear_of: Annotated[
        int,
        Meta(
            title="Which holds were looked at?",
            description="The position of the latest word on holds.",
            ge=0,
            le=10**15,
        ),
    ]


class Withdraw(Command, frozen=True, kw_only=True):
    """Take back a request to erase that has not been carried out."""

    VERB = "subject.withdraw"


class Forget(Command, frozen=True, kw_only=True):
    """Record that somebody's entry was removed from the directory; it does not say whose."""

    VERB = "subject.forget"
    CREATES = ("subject",)

    basis: Annotated[Basis, Meta(title="On what basis?", description="It stays on record.")]
    approver: Annotated[PersonId, Meta(title="Who approved it?", description="Somebody of the directory.")]


class Correct(Command, frozen=True, kw_only=True):
    """Put the basis right; the old one stays, marked as corrected."""

    VERB = "subject.correct"

    basis: Annotated[Basis, Meta(title="On what basis?", description="What it should have said.")]


class ErasureAsked(Event, frozen=True, kw_only=True):
    NAME = "subject.erasure_asked"

    about: str
    basis: Basis
    approver: str


class Redacted(Event, frozen=True, kw_only=True):
    """From now on `text` is read wherever part `part` of the fact at `seq` would be."""

    NAME = "subject.redacted"

    about: str
    seq: int
    part: str
    text: Text
    reason: Text


class Erased(Event, frozen=True, kw_only=True):
    """These words are gone; verification misses no others. `keys` are gone with them, also from every copy of the words."""

    NAME = "subject.erased"

    about: str
    basis: Basis | None
    approver: str | None
    words: tuple[str, ...]
    keys: tuple[str, ...]
    photos: tuple[str, ...]
    count: int


class Withdrawn(Event, frozen=True, kw_only=True):
    NAME = "subject.withdrawn"


class Forgotten(Event, frozen=True, kw_only=True):
    NAME = "subject.forgotten"

    basis: Basis
    approver: str


class Corrected(Event, frozen=True, kw_only=True):
    NAME = "subject.corrected"

    was: Basis
    now: Basis


class Subject(Struct, frozen=True, kw_only=True):
    """`passage` is where the words of a redaction lay, `instead` where those lie that are read in their place; None where all
    of the record goes. `erased` are the positions of the records that it was done."""

    about: str | None
    basis: Basis | None
    approver: str | None
    by: str | None
    since: Moment
    passage: Ref | None = None
    instead: Ref | None = None
    reason: Ref | None = None
    erased: tuple[int, ...] = ()
    withdrawn: bool = False
    corrections: tuple[Correction, ...] = ()
    unit: str | None = None

    @property
    def waits(self) -> bool:
        return not (self.erased or self.withdrawn)


State = Nothing | Subject
Happened = ErasureAsked | Redacted | Erased | Withdrawn | Forgotten | Corrected
Alone = Withdraw | Forget | Correct


def evolve(state: State, fact: Fact) -> State:
    event = cast(Happened, fact.event)
    match event:
        case ErasureAsked():
            return _begun(fact, about=event.about, basis=event.basis, approver=event.approver)
        case Forgotten():
            return _begun(fact, basis=event.basis, approver=event.approver, erased=(fact.seq,))
        case Redacted():
            places = {"passage": Ref(event.seq, event.part), "instead": Ref(fact.seq, "text")}
            return _begun(fact, about=event.about, reason=Ref(fact.seq, "reason"), **places)
        case _:
            return state if isinstance(state, Nothing) else _changed(state, event, fact)


def _begun(fact: Fact, **said: object) -> Subject:
    known: dict[str, object] = {"about": None, "basis": None, "approver": None, **said}
    return Subject(by=fact.head.by.id, since=fact.happened, **known)  # type: ignore[arg-type]  # each event says its own


def _changed(state: Subject, event: Erased | Withdrawn | Corrected, fact: Fact) -> Subject:
    match event:
        case Erased():
            return replace(state, erased=(*state.erased, fact.seq))
        case Withdrawn():
            return replace(state, withdrawn=True)
        case Corrected(was=was, now=now):
            return replace(state, basis=now, corrections=(*state.corrections, Correction("basis", was, fact.happened)))
        case _:
            assert_never(event)


def ask(command: Erase, act: Act) -> Decision:
    """Its part of the rule `erasing`."""
    if act.by.id == command.approver:
        return refused("subject.another_approves")
    return (ErasureAsked(about=command.about, basis=command.basis, approver=command.approver),)


def redact(command: Redact) -> Decision:
    """Its part of the rule `erasing`."""
    return (
        Redacted(about=command.about, seq=command.seq, part=command.part, text=command.text, reason=command.reason),
    )


def carry_out(command: CarryOut, state: Subject) -> Decision:
    """Its part of the rule `erasing`, which knows the holds."""
    if not state.waits or state.about is None:
        return ()
    return (
        Erased(
            about=state.about,
            basis=state.basis,
            approver=state.approver,
            words=command.words,
            keys=command.keys,
            photos=command.photos,
            count=len(command.words) + len(command.photos),
        ),
    )


def decide(command: Command, state: State, act: Act) -> Decision:
    if not isinstance(command, Alone):
        raise foreign(command)
    if isinstance(command, Forget):
        return (
            (Forgotten(basis=command.basis, approver=command.approver),)
            if act.of_the_clock
            else refused("only_the_clock")
        )
    if isinstance(state, Nothing):
        return refused("unknown", what="subject")
    if isinstance(command, Withdraw):
        return _withdraw(state)
    if state.basis is None:
        return refused("nothing_to_correct")
    return () if command.basis == state.basis else (Corrected(was=state.basis, now=command.basis),)


def _withdraw(state: Subject) -> Decision:
    """A redaction is read at once, so there is nothing to take back."""
    if state.withdrawn:
        return ()
    return refused("subject.done") if state.erased or state.passage else (Withdrawn(),)


def balls(_: State) -> tuple[Ball, ...]:
    return ()


NOUN = Noun(
    name="subject",
    commands=(Erase, Redact, CarryOut, *get_args(Alone)),
    events=get_args(Happened),
    decide=decide,
    evolve=evolve,
    balls=balls,
)
