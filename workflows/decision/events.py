"""What can have happened to a decision. Ids, days and holders were checked when asked and are plain strings here."""

from typing import Literal, get_args

from workflows.decision.commands import Aim, Effect, Kind, Outcome, Part, Verdict
from workflows.kernel import ball, correcting
from workflows.kernel.grammar import Event, Text
from workflows.kernel.words import Brought


class Proposed(Event, frozen=True, kw_only=True):
    """`decider` decides by `due`. `values` are keys of the values that the hospital had named then."""

    NAME = "decision.proposed"

    unit: str | None
    kind: Kind
    what: Text
    values: tuple[str, ...]
    decider: str
    due: str
    money: int | None
    about: str | None


class Rated(Event, frozen=True, kw_only=True):
    """A later rating of the same aim takes the place of this one, as long as nothing is decided."""

    NAME = "decision.rated"

    aim: Aim
    effect: Effect
    why: Text | None
    mitigation: Text | None
    acceptor: str | None


class AcceptorNamed(Event, frozen=True, kw_only=True):
    NAME = "decision.acceptor_named"

    aim: Aim
    acceptor: str


class HarmAccepted(Event, frozen=True, kw_only=True):
    """By whoever was named for it, in their own name."""

    NAME = "decision.harm_accepted"

    aim: Aim


class Consulted(Event, frozen=True, kw_only=True):
    NAME = "decision.consulted"

    who: str
    said: Text | None


class HandedOn(Event, frozen=True, kw_only=True):
    NAME = "decision.handed_on"

    decider: str


class Decided(Event, frozen=True, kw_only=True):
    """It is told by `tell_by` and looked at again by `review_by`. In an emergency the aims are rated by `rate_by`."""

    NAME = "decision.decided"

    outcome: Outcome
    reason: Text
    emergency: bool
    rate_by: str | None
    tell_by: str
    review_by: str


class Communicated(Event, frozen=True, kw_only=True):
    NAME = "decision.communicated"

    to: str
    how: Brought


class EvidenceNoted(Event, frozen=True, kw_only=True):
    NAME = "decision.evidence_noted"

    what: Text
    aim: Aim | None


class Reviewed(Event, frozen=True, kw_only=True):
    """What is too early to say is looked at again by `review_by`."""

    NAME = "decision.reviewed"

    found: Text
    verdict: Verdict
    review_by: str | None


class Withdrawn(Event, frozen=True, kw_only=True):
    NAME = "decision.withdrawn"

    why: Text


class Corrected(correcting.Corrected, frozen=True, kw_only=True):
    NAME = "decision.corrected"

    part: Part | None
    field: Literal["kind"] | None


class FellDue(ball.FellDue, frozen=True, kw_only=True):
    NAME = "decision.fell_due"


Happened = (
    Proposed
    | Rated
    | AcceptorNamed
    | HarmAccepted
    | Consulted
    | HandedOn
    | Decided
    | Communicated
    | EvidenceNoted
    | Reviewed
    | Withdrawn
    | Corrected
    | FellDue
)

ALL: tuple[type[Event], ...] = get_args(Happened)
