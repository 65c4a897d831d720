"""Which respect incidents are there, where does each stand, and who owes which step by when? One row per incident, for the
readers of its compartment alone."""

from collections.abc import Mapping
from typing import Literal

from projections.lives import Projection, Row, Scene, Was, since
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import Day, Moment
from workflows.respect.state import Addressed, Ended, Incident, Known, Reported, Responded, Weighed

RespectState = Literal["reported", "responded", "weighed", "addressed", "closed", "withdrawn"]
Shelf = Literal["open", "addressed", "ended"]
SHELVES: tuple[Shelf, ...] = ("open", "addressed", "ended")


class RespectRow(Row, frozen=True, kw_only=True):
    """`incident` is what stays with it; `due` the day of the next step, `note` where it says what was done."""

    state: RespectState
    since: Moment
    incident: Incident
    due: Day | None = None
    talked: bool = False
    note: Ref | None = None

    @property
    def shelf(self) -> Shelf:
        if self.due is not None:
            return "open"
        return "addressed" if self.state == "addressed" else "ended"

    @property
    def title(self) -> Ref:
        return self.incident.what


def fold(was: Was, scene: Scene) -> Mapping[str, Row]:
    standing = scene.state
    return {"": _row(was, standing, scene)} if isinstance(standing, Known) else {}


def _row(was: Was, standing: Known, scene: Scene) -> RespectRow:
    state, incident = _state(standing), standing.incident
    began = since(was, state, scene)
    match standing:
        case Reported(due=due) | Responded(due=due):
            return RespectRow(state=state, since=began, incident=incident, due=due)
        case Weighed(due=due, talked=talked):
            return RespectRow(state=state, since=began, incident=incident, due=due, talked=talked)
        case Addressed(note=note):
            return RespectRow(state=state, since=began, incident=incident, note=note)
        case Ended():
            return RespectRow(state=state, since=began, incident=incident)


def _state(standing: Known) -> RespectState:
    match standing:
        case Reported():
            return "reported"
        case Responded():
            return "responded"
        case Weighed():
            return "weighed"
        case Addressed():
            return "addressed"
        case Ended(how=how):
            return how


RESPECT = Projection(
    name="respect",
    row=RespectRow,
    fold=fold,
    nouns=frozenset({"respect"}),
    filters=(("shelf",),),
    compartment="respect",
)
