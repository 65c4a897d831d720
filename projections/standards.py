"""What is in place here, what is missing and who sees to it, what has lapsed? One row for each item and whom it is for."""

from collections.abc import Mapping
from typing import Literal

from projections.lives import Projection, Row, Scene, Was
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import Day, Moment
from workflows.standard.state import Absent, Gap, InPlace, Known, Lapsed, SetAside, Standard

StandardState = Literal["in_place", "gap", "lapsed", "set_aside", "absent"]
SHELVES: tuple[StandardState, ...] = ("in_place", "gap", "lapsed", "set_aside", "absent")

_STATES: Mapping[type, StandardState] = {
    InPlace: "in_place",
    Gap: "gap",
    Lapsed: "lapsed",
    SetAside: "set_aside",
    Absent: "absent",
}


class StandardRow(Row, frozen=True, kw_only=True):
    """`standard` is what stays. `owner` sees to the gap, or renews it; `due` is the day of that, moved `moves` times since
    `first_due`; `asked` is why it is to be renewed now. `waiver` set it aside. `why`: what is missing, or why it ended."""

    state: StandardState
    since: Moment
    standard: Standard
    owner: str | None = None
    due: Day | None = None
    first_due: Day | None = None
    moves: int = 0
    asked: str | None = None
    waiver: str | None = None
    why: Ref | None = None

    @property
    def unit(self) -> str:
        """Its unit; "" where it is the hospital's, or a person's who has it everywhere."""
        return self.standard.unit or ""

    @property
    def item(self) -> str:
        return self.standard.item

    @property
    def shelf(self) -> StandardState:
        return self.state

    @property
    def title(self) -> Ref | None:
        said = self.standard.said
        return self.why if said is None else said.words


def fold(_: Was, scene: Scene) -> Mapping[str, Row]:
    return {"": _row(scene.state)} if isinstance(scene.state, Known) else {}


def _row(standing: Known) -> StandardRow:
    state, since, standard = _STATES[type(standing)], standing.since, standing.standard
    match standing:
        case InPlace(said=said, renew_by=due, asked=asked):
            return StandardRow(state=state, since=since, standard=standard, owner=said.renewer, due=due, asked=asked)
        case Gap():
            return StandardRow(
                state=state,
                since=since,
                standard=standard,
                owner=standing.owner,
                due=standing.due,
                first_due=standing.first_due,
                moves=standing.moves,
                why=standing.why,
            )
        case Lapsed(said=said, due=due):
            return StandardRow(state=state, since=since, standard=standard, owner=said.renewer, due=due)
        case SetAside(waiver=waiver):
            return StandardRow(state=state, since=since, standard=standard, waiver=waiver)
        case Absent(why=why):
            return StandardRow(state=state, since=since, standard=standard, why=why)


STANDARDS = Projection(
    name="standards",
    row=StandardRow,
    fold=fold,
    nouns=frozenset({"standard"}),
    filters=(("unit", "shelf"), ("item", "shelf")),
)
