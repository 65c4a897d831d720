"""What can have happened to a standard. Ids, days and holders were checked when asked and are plain strings here."""

from typing import get_args

from workflows.kernel import ball
from workflows.kernel.grammar import Event, Text
from workflows.standard.commands import Part, Says


class Attested(Event, frozen=True, kw_only=True):
    """In place, to be renewed by `renew_by` (None: never) by its owner, else by its `keeper` (a holder). `few` may read it."""

    NAME = "standard.attested"

    unit: str | None
    item: str
    person: str | None
    of: str | None
    words: Text | None
    more: Text | None
    marks: tuple[str, ...]
    owner: str | None
    day: str | None
    evidence: tuple[str, ...]
    keeper: str
    renew_by: str | None
    few: bool


class GapNoted(Event, frozen=True, kw_only=True):
    NAME = "standard.gap_noted"

    unit: str | None
    item: str
    person: str | None
    of: str | None
    owner: str
    due: str
    why: Text | None
    few: bool


class GapFilled(Event, frozen=True, kw_only=True):
    """By the first of its entries."""

    NAME = "standard.gap_filled"

    entry: str


class HandedOn(Event, frozen=True, kw_only=True):
    NAME = "standard.handed_on"

    owner: str


class Renewed(Event, frozen=True, kw_only=True):
    NAME = "standard.renewed"

    words: Text | None
    day: str | None
    renew_by: str | None


class RenewalAsked(Event, frozen=True, kw_only=True):
    """It is time to look at it again, until `due`; `why` is a key: its time is over, or somebody new has come."""

    NAME = "standard.renewal_asked"

    due: str
    why: str


class Lapsed(Event, frozen=True, kw_only=True):
    NAME = "standard.lapsed"

    due: str


class FellDue(ball.FellDue, frozen=True, kw_only=True):
    NAME = "standard.fell_due"


class Withdrawn(Event, frozen=True, kw_only=True):
    NAME = "standard.withdrawn"

    reason: Text | None


class Corrected(Event, frozen=True, kw_only=True):
    NAME = "standard.corrected"

    part: Part
    text: Text


class Shown(Event, frozen=True, kw_only=True):
    NAME = "standard.shown"

    to: str


class ReplyTaken(Event, frozen=True, kw_only=True):
    NAME = "standard.reply_taken"

    to: str
    says: Says
    words: Text | None


class Activated(Event, frozen=True, kw_only=True):
    NAME = "standard.activated"

    why: Text


class Used(Event, frozen=True, kw_only=True):
    NAME = "standard.used"

    what: Text


class Met(Event, frozen=True, kw_only=True):
    NAME = "standard.met"

    came: str
    outcome: Text


class Waived(Event, frozen=True, kw_only=True):
    """Set aside by a waiver, which says why and until when."""

    NAME = "standard.waived"

    unit: str | None
    item: str
    person: str | None
    of: str | None
    waiver: str
    few: bool


class WaiverOver(Event, frozen=True, kw_only=True):
    """The rule holds again."""

    NAME = "standard.waiver_over"

    waiver: str


Happened = (
    Attested
    | GapNoted
    | GapFilled
    | HandedOn
    | Renewed
    | RenewalAsked
    | Lapsed
    | FellDue
    | Withdrawn
    | Corrected
    | Shown
    | ReplyTaken
    | Activated
    | Used
    | Met
    | Waived
    | WaiverOver
)

ALL: tuple[type[Event], ...] = get_args(Happened)
