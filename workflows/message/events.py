"""What can have happened to a message."""

from typing import Literal, get_args

from workflows.kernel import correcting
from workflows.kernel.grammar import Event, Text
from workflows.message.commands import Topic


class Sent(Event, frozen=True, kw_only=True):
    NAME = "message.sent"

    unit: str | None
    topic: Topic
    words: Text


class ReadBack(Event, frozen=True, kw_only=True):
    """By one of those it was for; the header says no more than that."""

    NAME = "message.read_back"

    words: Text | None


class TakenBack(Event, frozen=True, kw_only=True):
    NAME = "message.taken_back"

    reason: Text


class Corrected(correcting.Corrected, frozen=True, kw_only=True):
    NAME = "message.corrected"

    part: Literal["words"] | None
    field: Literal["topic"] | None


Happened = Sent | ReadBack | TakenBack | Corrected

ALL: tuple[type[Event], ...] = get_args(Happened)
