"""The trail of what is restricted: who looked at it, and what of it left the building, why; and how much there is at all. Each
entry is a stream of its own, so that no reader waits for another. Imports the kernel only."""

from typing import Annotated, Literal, assert_never, cast, get_args

from msgspec import Meta, Struct
from msgspec.structs import replace

from workflows.kernel.grammar import Act, Command, Correction, Event, Fact, Ref, Text, UnitSlug, refused
from workflows.kernel.moments import Moment
from workflows.kernel.noun import Decision, Nothing, Noun, foreign
from workflows.kernel.words import AnyId

How = Literal["viewed", "searched", "exported", "verified"]
What = Literal[
    "respect",
    "privileged",
    "identity",
    "erasures",
    "person",
    "trail",
    "tracking_log",
    "grievances",
    "photo",
    "voices",
    "ledger",
    "trace",
    "survey",
    "month",
    "replay",
    "board_pack",
    "register",
    "timeline",
    "opened_page",
]
"""What was looked at or left: a kind of records, never a word of them."""
To = Literal[
    "the_person", "committee", "authority", "court", "insurer", "safety_organization", "other_hospital", "other"
]

UnitCount = Annotated[str, Meta(pattern=r"^[a-z0-9-]{2,32}\.[1-9][0-9]*$")]
"""How many facts a unit has, as `4-west.118`."""


class Note(Command, frozen=True, kw_only=True):
    """Note that somebody looked at what is restricted; done by Heard itself, before it is shown."""

    VERB = "trail.note"
    CREATES = ("trail",)

    how: Annotated[How, Meta(title="How was it looked at?", description="As a page, a search, an export, a check.")]
    what: Annotated[What, Meta(title="What was looked at?", description="The kind of records.")]
    about: Annotated[AnyId | None, Meta(title="Which one?", description="Open where it was a list.")] = None


class Disclose(Command, frozen=True, kw_only=True):
    """Put on record what leaves the building, to whom and why."""

    VERB = "trail.disclose"
    CREATES = ("trail",)

    what: Annotated[What, Meta(title="What leaves?", description="The kind of records.")]
    to: Annotated[To, Meta(title="To whom does it go?", description="The kind of recipient.")]
    reason: Annotated[Text, Meta(title="Why, and to whom exactly?", description="Kept sealed.")]
    count: Annotated[int, Meta(title="How many records?", description="As the preview says.", ge=0, le=10**9)]
    about: Annotated[AnyId | None, Meta(title="Which one?", description="Open where it is a list.")] = None


class Count(Command, frozen=True, kw_only=True):
    """Put on record how many facts each unit has; done by Heard itself."""

    VERB = "trail.count"
    CREATES = ("ledger",)

    upto: Annotated[int, Meta(title="Up to which fact?", description="Its position in the ledger.", ge=0, le=10**15)]
    units: Annotated[
        tuple[UnitCount, ...],
        Meta(title="How many has each unit?", description="Its slug, a dot, and how many.", max_length=1_500),
    ]
    alone: Annotated[
        UnitSlug | None, Meta(title="Of which unit alone?", description="Open where all of them are put on record.")
    ] = None


class Correct(Command, frozen=True, kw_only=True):
    """Put the reason of a disclosure right; the old words stay, marked as corrected."""

    VERB = "trail.correct"
    REPEATABLE = True

    text: Annotated[Text, Meta(title="What should the reason say?", description="The whole text, as it should be.")]


class Noted(Event, frozen=True, kw_only=True):
    NAME = "trail.noted"

    how: How
    what: What
    about: str | None


class Disclosed(Event, frozen=True, kw_only=True):
    NAME = "trail.disclosed"

    what: What
    to: To
    reason: Text
    count: int
    about: str | None


class Corrected(Event, frozen=True, kw_only=True):
    NAME = "trail.corrected"

    text: Text


class Entry(Struct, frozen=True, kw_only=True):
    """One entry; `to`, `reason` and `count` are a disclosure's. `by` and `role` are who, and as what."""

    how: How | Literal["disclosed"]
    what: What
    about: str | None
    by: str | None
    role: str | None
    at: Moment
    to: To | None = None
    reason: Ref | None = None
    count: int = 0
    corrections: tuple[Correction, ...] = ()
    unit: str | None = None


State = Nothing | Entry
Happened = Noted | Disclosed | Corrected
Alone = Note | Disclose | Correct


def evolve(state: State, fact: Fact) -> State:
    event = cast(Happened, fact.event)
    by = fact.head.by
    match event:
        case Noted():
            return Entry(
                how=event.how, what=event.what, about=event.about, by=by.id, role=by.capacity or by.kind, at=fact.at
            )
        case Disclosed():
            return Entry(
                how="disclosed",
                what=event.what,
                about=event.about,
                by=by.id,
                role=by.capacity or by.kind,
                at=fact.at,
                to=event.to,
                reason=Ref(fact.seq, "reason"),
                count=event.count,
            )
        case Corrected():
            return state if isinstance(state, Nothing) else _corrected(state, fact)
        case _:
            assert_never(event)


def _corrected(state: Entry, fact: Fact) -> Entry:
    marks = (*state.corrections, Correction("reason", state.reason, fact.happened))
    return replace(state, reason=Ref(fact.seq, "text"), corrections=marks)


def decide(command: Command, state: State, _: Act) -> Decision:
    if not isinstance(command, Alone):
        raise foreign(command)
    match command:
        case Note():
            return (Noted(how=command.how, what=command.what, about=command.about),)
        case Disclose():
            return (
                Disclosed(
                    what=command.what,
                    to=command.to,
                    reason=command.reason,
                    count=command.count,
                    about=command.about,
                ),
            )
        case Correct(text=text):
            if isinstance(state, Nothing) or state.reason is None:
                return refused("nothing_to_correct")
            return (Corrected(text=text),)


NOUN = Noun(
    name="trail",
    commands=(*get_args(Alone), Count),
    events=get_args(Happened),
    decide=decide,
    evolve=evolve,
)
