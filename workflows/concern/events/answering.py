"""It was answered, and the answer reached the one who spoke."""

from workflows.kernel import ball
from workflows.kernel.grammar import Event, Text
from workflows.kernel.words import Brought, Outcome


class Acknowledged(Event, frozen=True, kw_only=True):
    NAME = "concern.acknowledged"


class HandedOn(Event, frozen=True, kw_only=True):
    NAME = "concern.handed_on"

    holder: str


class Entrusted(Event, frozen=True, kw_only=True):
    """The answer that counts now lies with `holder`: its bringing, its reason where that is owed."""

    NAME = "concern.entrusted"

    holder: str


class Answered(Event, frozen=True, kw_only=True):
    """`holder` is who brings the answer to the voice, by `due`; `through` the issue that answered all its voices."""

    NAME = "concern.answered"

    answer: Text
    outcome: Outcome
    reason: Text | None
    final: bool
    holder: str
    due: str
    reason_due: str | None
    through: str | None


class ReasonGiven(Event, frozen=True, kw_only=True):
    NAME = "concern.reason_given"

    reason: Text


class Delivered(Event, frozen=True, kw_only=True):
    """`day` it reached the voice; without a reply the loop ends after `due`."""

    NAME = "concern.delivered"

    how: Brought
    day: str
    due: str


class SpeakerAsked(Event, frozen=True, kw_only=True):
    NAME = "concern.speaker_asked"

    question: Text


class Replied(Event, frozen=True, kw_only=True):
    """The one who spoke replied to a question, or said more."""

    NAME = "concern.replied"

    words: Text


class FellDue(ball.FellDue, frozen=True, kw_only=True):
    NAME = "concern.fell_due"
