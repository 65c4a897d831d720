"""Where a decision can stand: proposed, decided, concluded, withdrawn. What stays with it is its `Proposal`; what was decided
is its `Ruling`."""

from typing import Literal

from msgspec import Struct

from workflows.decision.commands import AIMS, Aim, Effect, Kind, Outcome, Verdict
from workflows.kernel.ball import Fallen
from workflows.kernel.grammar import Correction, Ref
from workflows.kernel.moments import Day, Moment
from workflows.kernel.noun import Nothing
from workflows.kernel.words import Brought


class Rating(Struct, frozen=True, kw_only=True):
    """What it does to one aim, and how. A harm has its `mitigation` and `acceptor`, who took it on at `accepted`."""

    aim: Aim
    effect: Effect
    why: Ref | None
    mitigation: Ref | None
    acceptor: str | None
    at: Moment
    accepted: Moment | None = None

    @property
    def is_owed(self) -> bool:
        """Whether a harm waits for its acceptor's yes."""
        return self.effect == "harms" and self.accepted is None


class Asking(Struct, frozen=True):
    """`who` was asked before it was decided, and what they said."""

    who: str
    said: Ref | None
    at: Moment


class Telling(Struct, frozen=True):
    """`to` was told, by `how`."""

    to: str
    how: Brought
    at: Moment


class Evidence(Struct, frozen=True):
    """What came to light afterwards; to one of the aims, where it is about one."""

    what: Ref
    aim: Aim | None
    at: Moment


class Look(Struct, frozen=True):
    """One look at what came of it."""

    found: Ref
    verdict: Verdict
    at: Moment


class Proposal(Struct, frozen=True, kw_only=True):
    """What stays with a decision wherever it stands. `decider` decides by `due`, and sees to it afterwards; `ratings` are in
    the order of the aims, one for each that was rated."""

    unit: str | None
    kind: Kind
    what: Ref
    values: tuple[str, ...]
    decider: str
    due: Day
    money: int | None
    about: str | None
    proposed: Moment
    ratings: tuple[Rating, ...] = ()
    asked: tuple[Asking, ...] = ()
    told: tuple[Telling, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    corrections: tuple[Correction, ...] = ()
    fallen: Fallen = ()

    def rating(self, aim: Aim) -> Rating | None:
        return next((one for one in self.ratings if one.aim == aim), None)

    @property
    def is_rated(self) -> bool:
        """On all six aims."""
        return len(self.ratings) == len(AIMS)

    @property
    def harms_owed(self) -> tuple[Rating, ...]:
        return tuple(one for one in self.ratings if one.is_owed)


class Ruling(Struct, frozen=True, kw_only=True):
    """What was decided at `made`, and why. It is looked at again by `review_by`, first promised for `first_review_by`; `looks`
    are the looks so far. `rate_by` is set where it was decided before all aims were rated."""

    outcome: Outcome
    reason: Ref
    emergency: bool
    made: Moment
    rate_by: Day | None
    tell_by: Day
    review_by: Day
    first_review_by: Day
    looks: tuple[Look, ...] = ()


class Standing(Struct, frozen=True, kw_only=True):
    """What every state of a decision has: its proposal, and the moment (happened) it came to stand so."""

    proposal: Proposal
    since: Moment

    @property
    def unit(self) -> str | None:
        return self.proposal.unit

    @property
    def about(self) -> str | None:
        return self.proposal.about

    @property
    def began(self) -> Moment:
        return self.proposal.proposed


class Proposed(Standing, frozen=True, kw_only=True):
    """It is being weighed."""


class Decided(Standing, frozen=True, kw_only=True):
    """In force; what comes of it is still to be looked at."""

    ruling: Ruling


class Concluded(Standing, frozen=True, kw_only=True):
    """Looked at, and it stands or it does not."""

    ruling: Ruling
    how: Literal["confirmed", "reversed"]


class Withdrawn(Standing, frozen=True, kw_only=True):
    """No longer asked for, before it was decided."""

    why: Ref


Known = Proposed | Decided | Concluded | Withdrawn
State = Nothing | Known
