"""Which decisions are on record, how was each weighed, and what came of it? One row per decision."""

from collections.abc import Mapping
from typing import Literal

from projections.lives import Projection, Row, Scene, Was, since
from workflows.decision.state import Concluded, Decided, Known, Proposal, Proposed, Ruling, Withdrawn
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import Moment

DecisionState = Literal["proposed", "decided", "confirmed", "reversed", "withdrawn"]
SHELVES: tuple[DecisionState, ...] = ("proposed", "decided", "confirmed", "reversed", "withdrawn")


class DecisionRow(Row, frozen=True, kw_only=True):
    """`proposal` has how it was weighed, `ruling` what was decided; `why` is where it says why it was taken back."""

    state: DecisionState
    since: Moment
    proposal: Proposal
    ruling: Ruling | None = None
    why: Ref | None = None

    @property
    def unit(self) -> str:
        """Its unit; "" where it is the hospital's."""
        return self.proposal.unit or ""

    @property
    def shelf(self) -> DecisionState:
        return self.state

    @property
    def title(self) -> Ref:
        return self.proposal.what

    @property
    def about(self) -> str | None:
        return self.proposal.about


def fold(was: Was, scene: Scene) -> Mapping[str, Row]:
    standing = scene.state
    return {"": _row(was, standing, scene)} if isinstance(standing, Known) else {}


def _row(was: Was, standing: Known, scene: Scene) -> DecisionRow:
    state, proposal = _state(standing), standing.proposal
    began = since(was, state, scene)
    match standing:
        case Proposed():
            return DecisionRow(state=state, since=began, proposal=proposal)
        case Decided(ruling=ruling) | Concluded(ruling=ruling):
            return DecisionRow(state=state, since=began, proposal=proposal, ruling=ruling)
        case Withdrawn(why=why):
            return DecisionRow(state=state, since=began, proposal=proposal, why=why)


def _state(standing: Known) -> DecisionState:
    match standing:
        case Proposed():
            return "proposed"
        case Decided():
            return "decided"
        case Concluded(how=how):
            return how
        case Withdrawn():
            return "withdrawn"


DECISIONS = Projection(
    name="decisions", row=DecisionRow, fold=fold, nouns=frozenset({"decision"}), filters=(("unit", "shelf"),)
)
