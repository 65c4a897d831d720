"""Which rules of practice were set aside, by whom, why, until when? One row per waiver."""

from collections.abc import Mapping
from typing import Literal

from projections.lives import Projection, Row, Scene, Was, since
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import Moment
from workflows.waiver import Waived

WaiverState = Literal["in_force", "ended", "lapsed"]


class WaiverRow(Row, frozen=True, kw_only=True):
    """`waived` says which rule, where, why and until when."""

    state: WaiverState
    since: Moment
    waived: Waived

    @property
    def unit(self) -> str:
        """Its unit; "" where it is the hospital's."""
        return self.waived.unit or ""

    @property
    def shelf(self) -> WaiverState:
        return self.state

    @property
    def title(self) -> Ref:
        return self.waived.reason

    @property
    def about(self) -> str | None:
        return self.waived.about


def fold(was: Was, scene: Scene) -> Mapping[str, Row]:
    waived = scene.state
    if not isinstance(waived, Waived):
        return {}
    state: WaiverState = waived.over or "in_force"
    return {"": WaiverRow(state=state, since=since(was, state, scene), waived=waived)}


WAIVERS = Projection(
    name="waivers", row=WaiverRow, fold=fold, nouns=frozenset({"waiver"}), filters=(("unit", "shelf"),)
)
