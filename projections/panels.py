"""Which measures does a place look at, and when did a leader and the team look at them together? One row per place."""

from collections.abc import Mapping

from projections.lives import Projection, Row, Scene, Was
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import Day, Moment
from workflows.panel import Looked, Panel


class PanelRow(Row, frozen=True, kw_only=True):
    panel: Panel

    @property
    def unit(self) -> str:
        """Its unit; "" where it is the hospital's."""
        return self.panel.unit or ""

    @property
    def reviews(self) -> tuple[Looked, ...]:
        """As they took place, whenever they were entered."""
        return tuple(sorted(self.panel.reviews, key=lambda one: one.at))

    @property
    def last(self) -> Looked | None:
        return next(reversed(self.reviews), None)

    @property
    def review_by(self) -> Day | None:
        """By when they look again; None where that is not due."""
        return self.panel.review_by if self.panel.measures else None

    @property
    def since(self) -> Moment:
        return max((one.at for one in self.panel.reviews), default=0)

    @property
    def title(self) -> Ref | None:
        """Nothing anybody said."""
        return None


def fold(_: Was, scene: Scene) -> Mapping[str, Row]:
    return {"": PanelRow(panel=scene.state)} if isinstance(scene.state, Panel) else {}


PANELS = Projection(name="panels", row=PanelRow, fold=fold, nouns=frozenset({"panel"}), filters=(("unit",),))
