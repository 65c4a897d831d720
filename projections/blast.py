"""What waited for a barrier, and how long? From when an issue waited for it until it did no more, or the barrier was gone."""

from collections.abc import Iterable

from msgspec import Struct

from projections.barriers import BarrierRow
from projections.lives import Stint
from workflows.kernel.moments import Moment


class Waited(Struct, frozen=True):
    """An issue that waited `began` … `ended`, None while it still does; more than once where a barrier came back."""

    issue: str
    began: Moment
    ended: Moment | None


def waited(history: Iterable[Stint[BarrierRow]]) -> tuple[Waited, ...]:
    """From all rows of one barrier, in the order they began; what waits longest first."""
    found: list[Waited] = []
    begun: dict[str, Moment] = {}
    for stint in history:
        waiting = stint.row.obstacle.issues if stint.row.shelf == "open" else ()
        found += [Waited(issue, begun.pop(issue), stint.began) for issue in list(begun) if issue not in waiting]
        begun |= {issue: stint.began for issue in waiting if issue not in begun}
    found += [Waited(issue, began, None) for issue, began in begun.items()]
    return tuple(sorted(found, key=lambda one: (one.began, one.issue)))
