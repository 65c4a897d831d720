"""What can have happened to a respect incident. A holder is always a role; unit and people are sealed."""

from typing import Literal, get_args

from workflows.kernel import ball, correcting
from workflows.kernel.grammar import Event, Text
from workflows.respect.commands import Kind, Part, Speaker, Tier


class Reported(Event, frozen=True, kw_only=True):
    """`holder` owes the first response by `due`. The sealed `unit` is a slug."""

    NAME = "respect.reported"

    kind: Kind
    what: Text
    unit: Text | None
    where: Text | None
    who: Text | None
    danger: bool
    speaker: Speaker
    holder: str
    due: str


class Acknowledged(Event, frozen=True, kw_only=True):
    """The first response; it is to be addressed by `due`."""

    NAME = "respect.acknowledged"

    answer: Text
    due: str


class HandedOn(Event, frozen=True, kw_only=True):
    NAME = "respect.handed_on"

    holder: str
    why: Text | None


class Weighed(Event, frozen=True, kw_only=True):
    NAME = "respect.weighed"

    tier: Tier
    grave: bool
    why: Text


class ConversationHeld(Event, frozen=True, kw_only=True):
    NAME = "respect.conversation_held"

    note: Text


class Addressed(Event, frozen=True, kw_only=True):
    NAME = "respect.addressed"

    note: Text


class Closed(Event, frozen=True, kw_only=True):
    NAME = "respect.closed"


class Recurred(Event, frozen=True, kw_only=True):
    """It is to be addressed anew by `due`, with a firmer step."""

    NAME = "respect.recurred"

    what: Text
    due: str


class Withdrawn(Event, frozen=True, kw_only=True):
    NAME = "respect.withdrawn"

    why: Text | None


class Corrected(correcting.Corrected, frozen=True, kw_only=True):
    NAME = "respect.corrected"

    part: Part | None
    field: Literal["kind"] | None


class FellDue(ball.FellDue, frozen=True, kw_only=True):
    NAME = "respect.fell_due"


class Climbed(Event, frozen=True, kw_only=True):
    """Overdue for too long: from the role `below` to the role `to`, on the day `day`."""

    NAME = "respect.climbed"

    below: str
    to: str
    day: str


Happened = (
    Reported
    | Acknowledged
    | HandedOn
    | Weighed
    | ConversationHeld
    | Addressed
    | Closed
    | Recurred
    | Withdrawn
    | Corrected
    | FellDue
    | Climbed
)

ALL: tuple[type[Event], ...] = get_args(Happened)
