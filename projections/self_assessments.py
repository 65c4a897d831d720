"""How far do leaders say we have come, and since when? One row for each self-assessment; what one of them said is in none."""

from collections.abc import Mapping
from typing import Literal

from assessments.maturity import Profile
from assessments.self_assessment.state import (
    Agreement,
    Dissent,
    Known,
    Opened,
    Published,
    Sealed,
    Setting,
    Withdrawn,
)
from projections.lives import Projection, Row, Scene
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import Moment

AssessmentState = Literal["sealed", "opened", "published", "withdrawn"]
SHELVES: tuple[AssessmentState, ...] = ("sealed", "opened", "published", "withdrawn")
_STATES: Mapping[type, AssessmentState] = {
    Sealed: "sealed",
    Opened: "opened",
    Published: "published",
    Withdrawn: "withdrawn",
}


class AssessmentRow(Row, frozen=True, kw_only=True):
    """`setting` has who rates and who handed in; `agreed` and `dissents` by component; `why` it was taken back."""

    state: AssessmentState
    since: Moment
    setting: Setting
    agreed: tuple[Agreement, ...] = ()
    dissents: tuple[Dissent, ...] = ()
    why: Ref | None = None

    @property
    def unit(self) -> str:
        """Its unit; "" where it is the hospital's."""
        return self.setting.unit or ""

    @property
    def shelf(self) -> AssessmentState:
        return self.state

    @property
    def profile(self) -> Profile:
        return {one.component: one.rating for one in self.agreed}


def fold(_: Mapping[str, object], scene: Scene) -> Mapping[str, Row]:
    return {"": _row(scene.state)} if isinstance(scene.state, Known) else {}


def _row(standing: Known) -> AssessmentRow:
    state, since, setting = _STATES[type(standing)], standing.since, standing.setting
    match standing:
        case Opened(agreed=agreed, dissents=dissents):
            return AssessmentRow(state=state, since=since, setting=setting, agreed=agreed, dissents=dissents)
        case Withdrawn(why=why):
            return AssessmentRow(state=state, since=since, setting=setting, why=why)
        case Sealed():
            return AssessmentRow(state=state, since=since, setting=setting)


SELF_ASSESSMENTS = Projection(
    name="self_assessments", row=AssessmentRow, fold=fold, nouns=frozenset({"assessment"}), filters=(("unit", "shelf"),)
)
