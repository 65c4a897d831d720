"""What was known of a unit on a day, and what was so? Its figures by either reading, and where the two part.

Reads rows that others fold, at two moments; keeps none of its own.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from projections.accountability import Holding
from projections.answers import Shelf, still_owed
from projections.lives import Stint
from projections.tracking_log import IssueRow
from workflows.kernel.moments import Day, Moment, days_between


class Standing(Struct, frozen=True, kw_only=True):
    """`owed` voices wait for an answer or for its delivery, `heard` said that they were; `oldest` is how many days the oldest
    of the `open` issues has been listed, None where none is; `late` things were owed by an earlier day, and `desk` days ago
    the first of all came to where it lies."""

    owed: int
    heard: int
    open: int
    oldest: int | None
    late: int
    desk: int | None


def standing(
    counts: Mapping[Shelf, int],
    issues: Iterable[Stint[IssueRow]],
    held: Sequence[Stint[Holding]],
    day: Day,
    until: Moment,
) -> Standing:
    """Of a unit's voices by where they stand, its open issues and what is owed there, on that day."""
    listed = [stint.row.matter.listed for stint in issues]
    since = [stint.row.since for stint in held]
    return Standing(
        owed=still_owed(counts),
        heard=counts["heard"],
        open=len(listed),
        oldest=days_between(min(listed), until) if listed else None,
        late=sum(stint.row.due is not None and stint.row.due < day for stint in held),
        desk=days_between(min(since), until) if since else None,
    )


class Apart(Struct, frozen=True):
    """A stream of which another state was known than was so: its rows by either reading, None where it was in neither list
    that is compared."""

    stream: str
    known: Stint[Any] | None
    true: Stint[Any] | None

    @property
    def parts(self) -> bool:
        """Whether it stood elsewhere than was known."""
        return self.known is None or self.true is None or self.known.row.state != self.true.row.state


def apart(known: Iterable[Stint[Any]], true: Iterable[Stint[Any]]) -> tuple[Apart, ...]:
    """Where two lists of the same kind part, by stream: rows have a `state`. What was so and not known comes first."""
    then, so = {stint.stream: stint for stint in known}, {stint.stream: stint for stint in true}
    both = (Apart(stream, then.get(stream), so.get(stream)) for stream in {**so, **then})
    return tuple(
        sorted((one for one in both if one.parts), key=lambda one: (one.known is not None, _began(one), one.stream))
    )


def _began(one: Apart) -> Moment:
    return max(stint.began for stint in (one.known, one.true) if stint is not None)
