"""What can have happened to an issue. Ids, days and holders were checked when asked and are plain strings here."""

from typing import get_args

from workflows.issue.commands import How, Part, Plain, Side
from workflows.kernel import ball, correcting
from workflows.kernel.grammar import Event, OfSheet, Text
from workflows.kernel.words import Category, Source


class Listed(Event, frozen=True, kw_only=True):
    """`sheet` is what else a sheet said of it that was imported, so that it can be given back."""

    NAME = "issue.listed"
    V = 2

    unit: str
    title: Text
    from_concern: str | None
    category: Category | None
    source: Source
    rounds: str | None
    suggestion: Text | None
    needs: Text | None
    owner: str | None
    due: str
    rank: int | None
    sheet: OfSheet | None


class Joined(Event, frozen=True, kw_only=True):
    NAME = "issue.joined"

    concern: str


class Parted(Event, frozen=True, kw_only=True):
    NAME = "issue.parted"

    concern: str


class Triaged(Event, frozen=True, kw_only=True):
    NAME = "issue.triaged"

    category: Category
    severity: int
    likelihood: int
    ease: int


class Prioritised(Event, frozen=True, kw_only=True):
    NAME = "issue.prioritised"

    rank: int


class Assigned(Event, frozen=True, kw_only=True):
    """The first day promised stays in the record however often `due` moves."""

    NAME = "issue.assigned"

    owner: str
    due: str


class Planned(Event, frozen=True, kw_only=True):
    NAME = "issue.planned"

    plan: Text


class CoAuthored(Event, frozen=True, kw_only=True):
    """Whoever acts is an author of the plan in force, on this side."""

    NAME = "issue.co_authored"

    side: Side


class Blocked(Event, frozen=True, kw_only=True):
    NAME = "issue.blocked"

    barrier: str


class Unblocked(Event, frozen=True, kw_only=True):
    NAME = "issue.unblocked"

    barrier: str


class Resolved(Event, frozen=True, kw_only=True):
    """Without `evidence` only where a sheet says so."""

    NAME = "issue.resolved"

    evidence: Text | None
    how: How


class Declined(Event, frozen=True, kw_only=True):
    """Without a `reason` it is owed by `reason_due`."""

    NAME = "issue.declined"

    reason: Text | None
    reason_due: str | None


class ReasonGiven(Event, frozen=True, kw_only=True):
    NAME = "issue.reason_given"

    reason: Text


class Deferred(Event, frozen=True, kw_only=True):
    NAME = "issue.deferred"

    until: str
    reason: Text


class Closed(Event, frozen=True, kw_only=True):
    NAME = "issue.closed"


class Reopened(Event, frozen=True, kw_only=True):
    """By somebody who says `why`, or because the voice `concern` did not leave it there."""

    NAME = "issue.reopened"

    why: Text | None
    concern: str | None
    due: str


class Unlisted(Event, frozen=True, kw_only=True):
    NAME = "issue.unlisted"

    why: Text | None


class MarkedSame(Event, frozen=True, kw_only=True):
    NAME = "issue.marked_same"

    other: str


class Left(Event, frozen=True, kw_only=True):
    """Stands in the log of the unit it left."""

    NAME = "issue.left"

    to: str


class Arrived(Event, frozen=True, kw_only=True):
    """Stands in the log of the unit it came to."""

    NAME = "issue.arrived"

    unit: str
    came_from: str


class Corrected(correcting.Corrected, frozen=True, kw_only=True):
    NAME = "issue.corrected"

    part: Part | None
    field: Plain | None


class FellDue(ball.FellDue, frozen=True, kw_only=True):
    NAME = "issue.fell_due"


Happened = (
    Listed
    | Joined
    | Parted
    | Triaged
    | Prioritised
    | Assigned
    | Planned
    | CoAuthored
    | Blocked
    | Unblocked
    | Resolved
    | Declined
    | ReasonGiven
    | Deferred
    | Closed
    | Reopened
    | Unlisted
    | MarkedSame
    | Left
    | Arrived
    | Corrected
    | FellDue
)

ALL: tuple[type[Event], ...] = get_args(Happened)
