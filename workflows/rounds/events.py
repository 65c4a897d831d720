"""What can have happened to rounds. Ids, days and holders were checked when asked and are plain strings here."""

from typing import get_args

from workflows.kernel.ball import Owes
from workflows.kernel.grammar import Event, Text
from workflows.rounds.commands import Colour, Finding, Part, Plain, Reason


class Scheduled(Event, frozen=True, kw_only=True):
    NAME = "rounds.scheduled"

    unit: str
    day: str
    partner: str | None
    guide: str | None


class Prepared(Event, frozen=True, kw_only=True):
    NAME = "rounds.prepared"

    item: str
    note: Text | None


class Rescheduled(Event, frozen=True, kw_only=True):
    NAME = "rounds.rescheduled"

    day: str
    reason: Text


class Held(Event, frozen=True, kw_only=True):
    """`colour` says who came for the leadership; the summary is owed by `summary_due`."""

    NAME = "rounds.held"
    V = 2

    attendees: tuple[str, ...]
    colour: Colour
    none_raised: bool
    summary_due: str


class Reviewed(Event, frozen=True, kw_only=True):
    NAME = "rounds.reviewed"

    issue: str
    finding: Finding


class NotHeld(Event, frozen=True, kw_only=True):
    NAME = "rounds.not_held"

    reason: Reason
    note: Text | None


class Summarised(Event, frozen=True, kw_only=True):
    NAME = "rounds.summarised"

    summary: Text
    priorities: tuple[str, ...]
    thanks: Text | None


class Withdrawn(Event, frozen=True, kw_only=True):
    NAME = "rounds.withdrawn"

    why: Text


class Corrected(Event, frozen=True, kw_only=True):
    NAME = "rounds.corrected"

    part: Part | None
    text: Text | None
    field: Plain | None
    was: str | None
    now: str | None


class FellDue(Event, frozen=True, kw_only=True):
    NAME = "rounds.fell_due"

    owes: Owes
    due: str
    holder: str


Happened = Scheduled | Prepared | Rescheduled | Held | Reviewed | NotHeld | Summarised | Withdrawn | Corrected | FellDue

ALL: tuple[type[Event], ...] = get_args(Happened)
