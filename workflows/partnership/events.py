"""What can have happened to a partnership. Ids, days and months were checked when asked and are plain strings here."""

from typing import Literal, get_args

from workflows.kernel import correcting
from workflows.kernel.grammar import Event, Text
from workflows.partnership.commands import Clause, Colour, Leaving, NotHeld, Part, Plain, Rank

How = Literal["deputy", "team", "paused"]
Side = Literal["executive", "quality"]


class Nominated(Event, frozen=True, kw_only=True):
    NAME = "partnership.nominated"

    unit: str
    executive: str
    rank: Rank
    clinician: bool
    interest: Text | None


class EligibilityConfirmed(Event, frozen=True, kw_only=True):
    """Vice-president or above."""

    NAME = "partnership.eligibility_confirmed"


class EligibilityWaived(Event, frozen=True, kw_only=True):
    """Below that rank, by a waiver of the unit or of the hospital."""

    NAME = "partnership.eligibility_waived"

    waiver: str


class AgreementSigned(Event, frozen=True, kw_only=True):
    NAME = "partnership.agreement_signed"

    clauses: tuple[Clause, ...]


class Activated(Event, frozen=True, kw_only=True):
    """`first` is the first month in which a meeting is due."""

    NAME = "partnership.activated"

    first: str


class MeetingScheduled(Event, frozen=True, kw_only=True):
    NAME = "partnership.meeting_scheduled"

    day: str


class MeetingMoved(Event, frozen=True, kw_only=True):
    NAME = "partnership.meeting_moved"

    day: str
    reason: Text


class MeetingHeld(Event, frozen=True, kw_only=True):
    """`month` is the one it counts for: the month before, where that was still owed and the days of grace were not over.
    `rounds` are those that counted as the meeting."""

    NAME = "partnership.meeting_held"

    day: str
    month: str
    colour: Colour
    attendees: tuple[str, ...]
    agreed: Text | None
    rounds: str | None


class MeetingNotHeld(Event, frozen=True, kw_only=True):
    NAME = "partnership.meeting_not_held"

    day: str
    reason: NotHeld
    note: Text | None


class MeetingMissed(Event, frozen=True, kw_only=True):
    """Nobody met in the time that ended with `month`, nor in the days of grace."""

    NAME = "partnership.meeting_missed"

    month: str


class MonthPassed(Event, frozen=True, kw_only=True):
    """The time that ended with `month` is over without the executive, and was not missed."""

    NAME = "partnership.month_passed"

    month: str
    how: How


class PutAtRisk(Event, frozen=True, kw_only=True):
    NAME = "partnership.put_at_risk"

    misses: int


class GraduationProposed(Event, frozen=True, kw_only=True):
    NAME = "partnership.graduation_proposed"

    why: Text
    waiver: str | None


class GraduationAgreed(Event, frozen=True, kw_only=True):
    NAME = "partnership.graduation_agreed"

    side: Side


class GraduationDeclined(Event, frozen=True, kw_only=True):
    NAME = "partnership.graduation_declined"

    side: Side
    reason: Text


class Graduated(Event, frozen=True, kw_only=True):
    """From the month `since` on, and never before it, the team meets its partner once in `every` months."""

    NAME = "partnership.graduated"

    since: str
    every: int


class GraduationRevoked(Event, frozen=True, kw_only=True):
    """From the month `since` on they meet every month again."""

    NAME = "partnership.graduation_revoked"

    since: str
    why: Text


class RelapseFlagged(Event, frozen=True, kw_only=True):
    NAME = "partnership.relapse_flagged"

    why: Text


class HandedOver(Event, frozen=True, kw_only=True):
    """`to` is the executive who takes over; `last` the last month in which a meeting was due with this one."""

    NAME = "partnership.handed_over"

    to: str
    last: str


class Ended(Event, frozen=True, kw_only=True):
    """`last` is the last month in which a meeting was due."""

    NAME = "partnership.ended"

    reason: Leaving
    note: Text | None
    last: str


class Withdrawn(Event, frozen=True, kw_only=True):
    NAME = "partnership.withdrawn"

    why: Text


class Corrected(correcting.Corrected, frozen=True, kw_only=True):
    NAME = "partnership.corrected"

    part: Part | None
    field: Plain | None


Happened = (
    Nominated
    | EligibilityConfirmed
    | EligibilityWaived
    | AgreementSigned
    | Activated
    | MeetingScheduled
    | MeetingMoved
    | MeetingHeld
    | MeetingNotHeld
    | MeetingMissed
    | MonthPassed
    | PutAtRisk
    | GraduationProposed
    | GraduationAgreed
    | GraduationDeclined
    | Graduated
    | GraduationRevoked
    | RelapseFlagged
    | HandedOver
    | Ended
    | Withdrawn
    | Corrected
)

ALL: tuple[type[Event], ...] = get_args(Happened)
