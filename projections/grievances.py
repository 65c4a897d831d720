"""Which complaints are owed their letter, and which have it? One row per grievance."""

from collections.abc import Mapping
from typing import Literal

from projections.lives import Projection, Row, Scene, Was, since
from workflows.grievance.commands import Way
from workflows.grievance.state import Complaint, Known, Open, Over, Sent
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import Moment

GrievanceState = Literal["open", "sent", "closed", "withdrawn"]
SHELVES: tuple[GrievanceState, ...] = ("open", "sent", "closed", "withdrawn")


class GrievanceRow(Row, frozen=True, kw_only=True):
    """`complaint` is what stays with it: its days, its steps, its letter. The letter went out by `how` on the moment `sent`,
    to what lies at `to`; `why` is where a family that took it back says so."""

    state: GrievanceState
    since: Moment
    complaint: Complaint
    how: Way | None = None
    to: Ref | None = None
    sent: Moment | None = None
    why: Ref | None = None

    @property
    def unit(self) -> str:
        """Its unit; "" where it is about none."""
        return self.complaint.unit or ""

    @property
    def about(self) -> str:
        return self.complaint.about

    @property
    def shelf(self) -> GrievanceState:
        return self.state

    @property
    def title(self) -> Ref:
        return self.complaint.words


def fold(was: Was, scene: Scene) -> Mapping[str, Row]:
    standing = scene.state
    return {"": _row(was, standing, scene)} if isinstance(standing, Known) else {}


def _row(was: Was, standing: Known, scene: Scene) -> GrievanceRow:
    complaint = standing.complaint
    match standing:
        case Open():
            return GrievanceRow(state="open", since=since(was, "open", scene), complaint=complaint)
        case Sent(how=how, to=to):
            began = since(was, "sent", scene)
            return GrievanceRow(state="sent", since=began, complaint=complaint, how=how, to=to, sent=standing.since)
        case Over(how=end, sent=how, to=to, why=why):
            began = since(was, end, scene)
            before = was.get("")
            sent = before.row.sent if before is not None else None
            return GrievanceRow(state=end, since=began, complaint=complaint, how=how, to=to, sent=sent, why=why)


GRIEVANCES = Projection(
    name="grievances",
    row=GrievanceRow,
    fold=fold,
    nouns=frozenset({"grievance"}),
    filters=(("unit", "shelf"),),
)
