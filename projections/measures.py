"""What does a place measure, and what did it give up? One row per measure; its values are rows of their own (`readings`)."""

from collections.abc import Mapping
from typing import Literal

from projections.lives import Projection, Row, Scene, Was, since
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import Moment
from workflows.measure.state import Gauge, Known, Retired

MeasureState = Literal["active", "retired"]
SHELVES: tuple[MeasureState, ...] = ("active", "retired")


class MeasureRow(Row, frozen=True, kw_only=True):
    """`why` is where it says why it was given up."""

    state: MeasureState
    since: Moment
    gauge: Gauge
    why: Ref | None = None

    @property
    def unit(self) -> str:
        """Its unit; "" where it is the hospital's."""
        return self.gauge.unit or ""

    @property
    def shelf(self) -> MeasureState:
        return self.state

    @property
    def title(self) -> Ref:
        return self.gauge.title


def fold(was: Was, scene: Scene) -> Mapping[str, Row]:
    standing = scene.state
    if not isinstance(standing, Known):
        return {}
    state: MeasureState = "retired" if isinstance(standing, Retired) else "active"
    why = standing.why if isinstance(standing, Retired) else None
    return {"": MeasureRow(state=state, since=since(was, state, scene), gauge=standing.gauge, why=why)}


MEASURES = Projection(
    name="measures", row=MeasureRow, fold=fold, nouns=frozenset({"measure"}), filters=(("unit", "shelf"),)
)
