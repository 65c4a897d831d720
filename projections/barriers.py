"""What stands in the way, who has it, since when? One row per barrier, whoever waits for it; its state is told nowhere else."""

from collections.abc import Mapping
from typing import Literal

from projections.lives import Projection, Row, Scene, Was, since
from workflows.barrier.state import (
    Claimed,
    Known,
    Obstacle,
    Offered,
    Removed,
    Returned,
    Risk,
    Waiting,
    Withdrawn,
    Working,
    blocks,
)
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import Day, Moment

BarrierState = Literal["offered", "working", "returned", "claimed", "removed", "risk", "withdrawn"]
Shelf = Literal["open", "settled"]

_STATES: Mapping[type, BarrierState] = {
    Offered: "offered",
    Working: "working",
    Returned: "returned",
    Claimed: "claimed",
    Removed: "removed",
    Risk: "risk",
    Withdrawn: "withdrawn",
}


class BarrierRow(Row, frozen=True, kw_only=True):
    """`obstacle` is what stays with the barrier: holder, issues, promises, money. `step_due` is the day of the step it is in
    (accept, verify, find another holder, review), apart from the promise; `reason` why it was returned or stays a risk."""

    state: BarrierState
    shelf: Shelf
    since: Moment
    obstacle: Obstacle
    waiting: Waiting | None = None
    step_due: Day | None = None
    evidence: Ref | None = None
    reason: Ref | None = None

    @property
    def unit(self) -> str:
        """Its home unit; "" where it is the hospital's."""
        return self.obstacle.unit or ""

    @property
    def holder(self) -> str:
        return self.obstacle.holder

    @property
    def title(self) -> Ref:
        return self.obstacle.what


def fold(was: Was, scene: Scene) -> Mapping[str, Row]:
    standing = scene.state
    return {"": _row(was, standing, scene)} if isinstance(standing, Known) else {}


def _row(was: Was, standing: Known, scene: Scene) -> BarrierRow:
    state = _STATES[type(standing)]
    shelf: Shelf = "open" if blocks(standing) else "settled"
    return BarrierRow(
        state=state,
        shelf=shelf,
        since=since(was, state, scene),
        obstacle=standing.obstacle,
        waiting=standing.waiting if isinstance(standing, Working) else None,
        step_due=_step_due(standing),
        evidence=standing.evidence if isinstance(standing, Claimed | Removed) else None,
        reason=standing.reason if isinstance(standing, Returned | Risk) else None,
    )


def _step_due(standing: Known) -> Day | None:
    match standing:
        case Offered(accept_due=due) | Returned(desk_due=due) | Claimed(verify_due=due) | Risk(review_on=due):
            return due
        case _:
            return None


BARRIERS = Projection(
    name="barriers",
    row=BarrierRow,
    fold=fold,
    nouns=frozenset({"barrier"}),
    filters=(("unit", "shelf"), ("holder", "shelf")),
    followed=True,
)
