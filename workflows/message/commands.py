"""What can be asked of a message."""

from typing import Annotated, Literal

from msgspec import Meta

from workflows.kernel import correcting
from workflows.kernel.grammar import Command, Text, UnitSlug

Topic = Literal["safety", "practice", "decision", "staffing", "thanks", "other"]


class Send(Command, frozen=True, kw_only=True):
    """Send a message to a unit, or to everybody here."""

    VERB = "message.send"
    CREATES = ("message",)

    unit: Annotated[UnitSlug | None, Meta(title="To which unit?", description="Open for the whole hospital.")] = None
    topic: Annotated[Topic, Meta(title="What is it about?", description="The nearest one.")]
    words: Annotated[
        Text, Meta(title="What do you want them to know?", description="Short, plain, and why it matters. Name nobody.")
    ]


class ReadBack(Command, frozen=True, kw_only=True):
    """Say that you read it; who did is not kept."""

    VERB = "message.read_back"
    REPEATABLE = True

    words: Annotated[
        Text | None, Meta(title="What does it mean for you?", description="In your own words, if you like.")
    ] = None


class TakeBack(Command, frozen=True, kw_only=True):
    """Take a message back; it stays on record that it was sent."""

    VERB = "message.take_back"

    reason: Annotated[Text, Meta(title="Why?", description="In one sentence.")]


class Correct(correcting.Correct, frozen=True, kw_only=True):
    """Put a slip right; the old words stay, marked as corrected."""

    VERB = "message.correct"

    part: Annotated[Literal["words"] | None, correcting.WORDS] = None
    field: Annotated[Literal["topic"] | None, correcting.FIELD] = None
