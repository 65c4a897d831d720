"""Who is, was or will be the executive partner of which unit, and how do they meet? One row per unit and executive."""

from collections.abc import Mapping
from typing import Literal

from projections.lives import Projection, Row, Scene, Was, since
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import Moment
from workflows.partnership.commands import ELIGIBLE
from workflows.partnership.course import Course
from workflows.partnership.state import (
    Active,
    Agreed,
    Bond,
    Eligible,
    Ended,
    Graduated,
    How,
    Known,
    Nominated,
    Proposal,
)

PartnershipState = Literal["nominated", "eligible", "agreed", "active", "graduated", "ended"]

_STATES: Mapping[type, PartnershipState] = {
    Nominated: "nominated",
    Eligible: "eligible",
    Agreed: "agreed",
    Active: "active",
    Graduated: "graduated",
    Ended: "ended",
}
SHELVES: tuple[PartnershipState, ...] = tuple(_STATES.values())


class PartnershipRow(Row, frozen=True, kw_only=True):
    """`proposal` is the team's wish to graduate, while it waits; `why` lies what it said once it has. `how` it ended, with
    `to` who took over."""

    state: PartnershipState
    since: Moment
    bond: Bond
    proposal: Proposal | None = None
    why: Ref | None = None
    how: How | None = None
    note: Ref | None = None
    to: str | None = None

    @property
    def unit(self) -> str:
        return self.bond.unit

    @property
    def shelf(self) -> PartnershipState:
        return self.state

    @property
    def executive(self) -> str:
        return self.bond.executive

    @property
    def course(self) -> Course:
        return self.bond.course

    @property
    def meets(self) -> bool:
        return self.state in ("active", "graduated")

    @property
    def is_below_rank(self) -> bool:
        return self.bond.rank not in ELIGIBLE


def fold(was: Was, scene: Scene) -> Mapping[str, Row]:
    known = scene.state
    return {"": _row(was, known, scene)} if isinstance(known, Known) else {}


def _row(was: Was, known: Known, scene: Scene) -> PartnershipRow:
    state = _STATES[type(known)]
    began, bond = since(was, state, scene), known.bond
    match known:
        case Active(proposal=proposal):
            return PartnershipRow(state=state, since=began, bond=bond, proposal=proposal)
        case Graduated(why=why):
            return PartnershipRow(state=state, since=began, bond=bond, why=why)
        case Ended(how=how, note=note, to=to):
            return PartnershipRow(state=state, since=began, bond=bond, how=how, note=note, to=to)
        case _:
            return PartnershipRow(state=state, since=began, bond=bond)


PARTNERSHIPS = Projection(
    name="partnerships",
    row=PartnershipRow,
    fold=fold,
    nouns=frozenset({"partnership"}),
    filters=(("unit", "shelf"),),
)
"""Past ones too: a year of meetings may be two executives'."""
