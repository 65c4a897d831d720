"""What can have happened to a barrier. Ids, days and holders were checked when asked and are plain strings here."""

from typing import get_args

from workflows.barrier.commands import Part, Plain, Why
from workflows.kernel import ball, correcting
from workflows.kernel.grammar import Event, Text


class Logged(Event, frozen=True, kw_only=True):
    """`holder` says yes or no by `accept_due` and removes it by `due`; `answerable` is the executive partner of the home
    unit, `verifier` the unit that will check the removal; `money` in cents."""

    NAME = "barrier.logged"

    unit: str | None
    what: Text
    issues: tuple[str, ...]
    holder: str
    answerable: str | None
    verifier: str
    accept_due: str
    due: str
    money: int | None


class BlockedAlso(Event, frozen=True, kw_only=True):
    NAME = "barrier.blocked_also"

    issue: str


class Unblocked(Event, frozen=True, kw_only=True):
    NAME = "barrier.unblocked"

    issue: str


class Assigned(Event, frozen=True, kw_only=True):
    NAME = "barrier.assigned"

    holder: str
    accept_due: str
    due: str
    why: Why


class Entrusted(Event, frozen=True, kw_only=True):
    """Who answers for it from now on, whoever holds it."""

    NAME = "barrier.entrusted"

    answerable: str
    why: Why


class Accepted(Event, frozen=True, kw_only=True):
    NAME = "barrier.accepted"


class Returned(Event, frozen=True, kw_only=True):
    """It lies on the desk of `to`, who finds another holder by `due`."""

    NAME = "barrier.returned"

    reason: Text
    to: str
    due: str


class WaitedOn(Event, frozen=True, kw_only=True):
    NAME = "barrier.waited_on"

    whom: str
    until: str
    reason: Text


class Resumed(Event, frozen=True, kw_only=True):
    NAME = "barrier.resumed"


class NewDatePromised(Event, frozen=True, kw_only=True):
    NAME = "barrier.new_date_promised"

    due: str
    reason: Text


class Climbed(Event, frozen=True, kw_only=True):
    """Up to `to` on `day`; `below` is who held it, and stays shown."""

    NAME = "barrier.climbed"

    to: str
    below: str
    day: str


class RemovalClaimed(Event, frozen=True, kw_only=True):
    """The unit verifies it by `due`."""

    NAME = "barrier.removal_claimed"

    evidence: Text
    due: str


class RemovalVerified(Event, frozen=True, kw_only=True):
    NAME = "barrier.removal_verified"


class RemovalRejected(Event, frozen=True, kw_only=True):
    """Back to its holder, due `due`."""

    NAME = "barrier.removal_rejected"

    why: Text
    due: str


class AcceptedAsRisk(Event, frozen=True, kw_only=True):
    NAME = "barrier.accepted_as_risk"

    review_on: str
    why: Text


class Withdrawn(Event, frozen=True, kw_only=True):
    NAME = "barrier.withdrawn"

    why: Text | None


class Left(Event, frozen=True, kw_only=True):
    """Stands in the log of the unit it left, or of the hospital alone."""

    NAME = "barrier.left"

    to: str | None


class Arrived(Event, frozen=True, kw_only=True):
    """Stands in the log of the unit it came to, or of the hospital alone."""

    NAME = "barrier.arrived"

    unit: str | None
    came_from: str | None
    answerable: str | None
    verifier: str


class Corrected(correcting.Corrected, frozen=True, kw_only=True):
    NAME = "barrier.corrected"

    part: Part | None
    field: Plain | None


class FellDue(ball.FellDue, frozen=True, kw_only=True):
    NAME = "barrier.fell_due"


Happened = (
    Logged
    | BlockedAlso
    | Unblocked
    | Assigned
    | Entrusted
    | Accepted
    | Returned
    | WaitedOn
    | Resumed
    | NewDatePromised
    | Climbed
    | RemovalClaimed
    | RemovalVerified
    | RemovalRejected
    | AcceptedAsRisk
    | Withdrawn
    | Left
    | Arrived
    | Corrected
    | FellDue
)

ALL: tuple[type[Event], ...] = get_args(Happened)
