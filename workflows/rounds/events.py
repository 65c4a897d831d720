"""What can have happened to rounds. Ids, days and holders were checked when asked and are plain strings here."""

from typing import get_args

from workflows.kernel import ball, correcting
from workflows.kernel.grammar import Event, Text
from workflows.rounds.commands import Colour, Exchange, Finding, Kind, Part, Plain, Reason, Shift, Side


class Scheduled(Event, frozen=True, kw_only=True):
    """`time` is by the hospital's clock; `shift` None where nobody was asked."""

    NAME = "rounds.scheduled"
    V = 2

    unit: str
    day: str
    partner: str | None
    guide: str | None
    time: str | None
    kind: Kind
    shift: Shift | None
    where: Text | None


class Prepared(Event, frozen=True, kw_only=True):
    NAME = "rounds.prepared"

    item: str
    note: Text | None


class GuideNamed(Event, frozen=True, kw_only=True):
    NAME = "rounds.guide_named"

    guide: str


class PreBriefed(Event, frozen=True, kw_only=True):
    """The executive knows the unit's news; for rounds after `good_until` they are news no longer."""

    NAME = "rounds.pre_briefed"

    good_until: str
    note: Text | None


class ProvidersBriefed(Event, frozen=True, kw_only=True):
    """So many `of` those who give care here know what the rounds are for; a later count takes the place of an earlier."""

    NAME = "rounds.providers_briefed"

    briefed: int
    of: int


class OrientationOffered(Event, frozen=True, kw_only=True):
    NAME = "rounds.orientation_offered"

    visitor: str
    where: Text
    wear: Text
    privacy: Text | None


class OrientationAcknowledged(Event, frozen=True, kw_only=True):
    NAME = "rounds.orientation_acknowledged"

    visitor: str


class Rescheduled(Event, frozen=True, kw_only=True):
    """`time` None: the same as before."""

    NAME = "rounds.rescheduled"
    V = 2

    day: str
    reason: Text
    time: str | None


class Entrusted(Event, frozen=True, kw_only=True):
    """Who comes from now on."""

    NAME = "rounds.entrusted"

    partner: str
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


class ExchangeNoted(Event, frozen=True, kw_only=True):
    NAME = "rounds.exchange_noted"

    kind: Exchange
    by: Side
    words: Text | None


class LookedOver(Event, frozen=True, kw_only=True):
    """As a sheet, attested by whoever says so."""

    NAME = "rounds.looked_over"

    issues: tuple[str, ...]


class PrioritiesAgreed(Event, frozen=True, kw_only=True):
    """The first one first."""

    NAME = "rounds.priorities_agreed"

    issues: tuple[str, ...]


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


class Corrected(correcting.Corrected, frozen=True, kw_only=True):
    NAME = "rounds.corrected"

    part: Part | None
    field: Plain | None


class FellDue(ball.FellDue, frozen=True, kw_only=True):
    NAME = "rounds.fell_due"


Happened = (
    Scheduled
    | Prepared
    | GuideNamed
    | PreBriefed
    | ProvidersBriefed
    | OrientationOffered
    | OrientationAcknowledged
    | Rescheduled
    | Entrusted
    | Held
    | ExchangeNoted
    | Reviewed
    | LookedOver
    | PrioritiesAgreed
    | NotHeld
    | Summarised
    | Withdrawn
    | Corrected
    | FellDue
)

ALL: tuple[type[Event], ...] = get_args(Happened)
