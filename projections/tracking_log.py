"""Which issues does a unit have, and where does each one stand? One row per issue, one stint for each way it stood.

Voices and barriers are named by their ids: each has rows of its own, to be joined at the same position. Who has the issue on
the desk is told by `accountability`.
"""

from collections.abc import Mapping
from typing import Literal

from projections.lives import Projection, Row, Scene, Was, since
from workflows.issue.commands import How
from workflows.issue.state import Closed, Declined, Deferred, Known, Matter, Open, Resolved, Unlisted
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import Day, Moment

IssueState = Literal["open", "deferred", "resolved", "declined", "closed", "unlisted"]
Shelf = Literal["open", "done", "closed"]

_STATES: Mapping[type, IssueState] = {
    Open: "open",
    Deferred: "deferred",
    Resolved: "resolved",
    Declined: "declined",
    Closed: "closed",
    Unlisted: "unlisted",
}


class IssueRow(Row, frozen=True, kw_only=True):
    """`matter` is what stays with the issue: number, title, owner, promises, voices, barriers. It has stood in `state` since
    `since`; `resolved` is when its resolution or refusal came, kept when it is closed. `declined` marks a closed issue that
    was refused."""

    state: IssueState
    since: Moment
    matter: Matter
    until: Day | None = None
    how: How | None = None
    evidence: Ref | None = None
    reason: Ref | None = None
    reason_due: Day | None = None
    resolved: Moment | None = None
    declined: bool = False

    @property
    def unit(self) -> str:
        return self.matter.unit

    @property
    def title(self) -> Ref:
        return self.matter.title

    @property
    def planned(self) -> Literal["both", "one", "none"]:
        """Whether the issue has a plan, and how many sides have put their name to it."""
        if self.matter.plan is None:
            return "none"
        return "both" if self.matter.is_co_authored else "one"

    @property
    def shelf(self) -> Shelf:
        """`open` waits for work, `done` for its voices to be heard, `closed` for nothing."""
        if self.state in ("open", "deferred"):
            return "open"
        return "done" if self.state in ("resolved", "declined") else "closed"


def fold(was: Was, scene: Scene) -> Mapping[str, Row]:
    standing = scene.state
    return {"": _row(was, standing, scene)} if isinstance(standing, Known) else {}


def _row(was: Was, standing: Known, scene: Scene) -> IssueRow:
    state = _STATES[type(standing)]
    began, matter = since(was, state, scene), standing.matter
    match standing:
        case Deferred(until=until, reason=reason):
            return IssueRow(state=state, since=began, matter=matter, until=until, reason=reason)
        case Resolved(evidence=evidence, how=how):
            return IssueRow(state=state, since=began, matter=matter, how=how, evidence=evidence, resolved=began)
        case Declined(reason=reason, reason_due=due):
            return IssueRow(
                state=state, since=began, matter=matter, reason=reason, reason_due=due, resolved=began, declined=True
            )
        case Closed(declined=declined):
            return _closed(was, began, matter, declined)
        case _:
            return IssueRow(state=state, since=began, matter=matter)


def _closed(was: Was, began: Moment, matter: Matter, declined: bool) -> IssueRow:
    """Closing keeps what was shown of how it was done."""
    stint = was.get("")
    row: IssueRow | None = stint.row if stint is not None else None
    if row is None:
        return IssueRow(state="closed", since=began, matter=matter, declined=declined)
    return IssueRow(
        state="closed",
        since=began,
        matter=matter,
        how=row.how,
        evidence=row.evidence,
        reason=row.reason,
        resolved=row.resolved,
        declined=declined,
    )


TRACKING_LOG = Projection(
    name="tracking_log",
    row=IssueRow,
    fold=fold,
    nouns=frozenset({"issue"}),
    filters=(("unit", "shelf"),),
    followed=True,
    counted=("planned",),
)
