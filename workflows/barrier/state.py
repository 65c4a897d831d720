"""Where a barrier can stand: offered, working, returned, claimed; removed, a risk, withdrawn. What stays with it is its
`Obstacle`."""

from typing import TypeGuard

from msgspec import Struct

from workflows.kernel.ball import Fallen
from workflows.kernel.grammar import Correction, Ref
from workflows.kernel.moments import Day, Moment
from workflows.kernel.noun import Nothing
from workflows.kernel.terms import Terms


class Obstacle(Struct, frozen=True, kw_only=True):
    """What stays with a barrier wherever it stands. `holder` has it now, `below` held it before it climbed (and stay
    shown), `answerable` answers for it (at first the executive partner of its home unit), `verifier` is the unit that checks
    the removal. `due` is the promise in force, moved `moves` times since `first_due`; `money` in cents."""

    unit: str | None
    what: Ref
    issues: tuple[str, ...]
    holder: str
    answerable: str | None
    verifier: str
    logged: Moment
    due: str
    first_due: str
    moves: int = 0
    money: int | None = None
    below: tuple[str, ...] = ()
    climbed_on: str | None = None
    corrections: tuple[Correction, ...] = ()
    fallen: Fallen = ()


class Standing(Struct, frozen=True, kw_only=True):
    """What every state of a barrier has: its obstacle, and the moment (happened) it came to stand so."""

    obstacle: Obstacle
    since: Moment
    why: str | None = None

    @property
    def unit(self) -> str | None:
        return self.obstacle.unit

    @property
    def began(self) -> Moment:
        return self.obstacle.logged


class Offered(Standing, frozen=True, kw_only=True):
    """The holder says yes, or no and why, by `accept_due`."""

    accept_due: str


class Waiting(Struct, frozen=True):
    whom: str
    until: str
    reason: Ref
    since: Moment


class Working(Standing, frozen=True, kw_only=True):
    """The holder removes it, perhaps waiting on somebody else meanwhile."""

    waiting: Waiting | None = None


class Returned(Standing, frozen=True, kw_only=True):
    """Not the holder's to remove; `desk` finds another holder by `desk_due`."""

    reason: Ref
    desk: str
    desk_due: str


class Claimed(Standing, frozen=True, kw_only=True):
    """Said to be removed by person `by`; the unit verifies it by `verify_due`."""

    evidence: Ref
    by: str | None
    verify_due: str


class Removed(Standing, frozen=True, kw_only=True):
    evidence: Ref


class Risk(Standing, frozen=True, kw_only=True):
    """It stays; that is looked at again on `review_on`."""

    reason: Ref
    review_on: str


class Withdrawn(Standing, frozen=True, kw_only=True):
    """It was none."""


Unsettled = Offered | Working | Returned | Claimed
Settled = Removed | Risk | Withdrawn
Known = Unsettled | Settled
State = Nothing | Known


def blocks(state: object) -> TypeGuard[Unsettled]:
    """Whether what waits for this barrier must go on waiting."""
    return isinstance(state, Unsettled)


def climbs_after(state: State, terms: Terms) -> tuple[Day, str] | None:
    """The day after which an overdue barrier climbs, and to whom; not while it waits on somebody until a later day."""
    match state:
        case Offered(accept_due=due) | Returned(desk_due=due):
            late = due
        case Working(obstacle=obstacle, waiting=waiting):
            late = max(obstacle.due, waiting.until) if waiting else obstacle.due
        case _:
            return None
    taken = {*state.obstacle.below, state.obstacle.holder}
    step = next((holder for holder in terms.ladder if holder not in taken), None)
    if step is None:
        return None
    return terms.due(max(late, state.obstacle.climbed_on or late), "climb_days"), step
