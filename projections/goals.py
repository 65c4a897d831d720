"""What does a place want to reach in the figures of the scorecard, and what came of it? One row for each place and figure."""

from collections.abc import Mapping
from typing import Literal

from assessments.goal import Goal
from projections.lives import Projection, Row, Scene
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import Moment

GoalState = Literal["active", "reached", "given_up"]
SHELVES: tuple[GoalState, ...] = ("active", "reached", "given_up")


class GoalRow(Row, frozen=True, kw_only=True):
    """`goal` has every target it ever had."""

    goal: Goal

    @property
    def state(self) -> GoalState:
        return self.goal.came or "active"

    @property
    def since(self) -> Moment:
        return self.goal.since

    @property
    def unit(self) -> str:
        """Its unit; "" where it is the hospital's."""
        return self.goal.unit or ""

    @property
    def shelf(self) -> GoalState:
        return self.state

    @property
    def title(self) -> Ref | None:
        return self.goal.why


def fold(_: Mapping[str, object], scene: Scene) -> Mapping[str, Row]:
    return {"": GoalRow(goal=scene.state)} if isinstance(scene.state, Goal) else {}


GOALS = Projection(name="goals", row=GoalRow, fold=fold, nouns=frozenset({"goal"}), filters=(("unit", "shelf"),))
