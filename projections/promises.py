"""What was promised, to whom, and was it kept by the first day it was promised for? One row per promise."""

from collections.abc import Mapping
from typing import Literal

from projections.lives import Projection, Row, Scene, Was, since
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import Moment
from workflows.promise.state import Pledge

PromiseState = Literal["owed", "kept", "released"]


class PromiseRow(Row, frozen=True, kw_only=True):
    """`pledge` has its days: the one in force, the first one, those that passed unkept."""

    state: PromiseState
    since: Moment
    pledge: Pledge

    @property
    def unit(self) -> str:
        """Its unit; "" where it is the hospital's."""
        return self.pledge.unit or ""

    @property
    def shelf(self) -> PromiseState:
        return self.state

    @property
    def title(self) -> Ref:
        return self.pledge.what

    @property
    def about(self) -> str | None:
        return self.pledge.about


def fold(was: Was, scene: Scene) -> Mapping[str, Row]:
    pledge = scene.state
    if not isinstance(pledge, Pledge):
        return {}
    state: PromiseState = pledge.settled or "owed"
    return {"": PromiseRow(state=state, since=since(was, state, scene), pledge=pledge)}


PROMISES = Projection(
    name="promises", row=PromiseRow, fold=fold, nouns=frozenset({"promise"}), filters=(("unit", "shelf"),)
)
