"""What can be asked of a subject of erasure."""

from typing import Annotated, Literal

from msgspec import Meta

from workflows.kernel.grammar import Command, Text
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
        tuple[KeyId, ...], Meta(title="Which keys?", description="None where other words need them.", max_length=5_000)
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
