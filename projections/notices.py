"""Who was told of a serious event, and was it in time? One row for each notice."""

from collections.abc import Iterable, Mapping
from typing import Literal

from projections.lives import Projection, Row, Scene
from projections.share import Share
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import Day, Moment
from workflows.notice.state import Notice

NoticeState = Literal["open", "told", "withdrawn"]
SHELVES: tuple[NoticeState, ...] = ("open", "told", "withdrawn")


class NoticeRow(Row, frozen=True, kw_only=True):
    notice: Notice

    @property
    def since(self) -> Moment:
        return self.notice.since

    @property
    def shelf(self) -> NoticeState:
        if self.notice.why is not None:
            return "withdrawn"
        return "open" if self.notice.untold else "told"

    @property
    def title(self) -> Ref:
        return self.notice.what

    @property
    def in_time(self) -> bool:
        """Whether everybody was told by the day it was due."""
        return self.shelf == "told" and all(one.day <= self.notice.due for one in self.notice.told)


def fold(_: Mapping[str, object], scene: Scene) -> Mapping[str, Row]:
    return {"": NoticeRow(notice=scene.state)} if isinstance(scene.state, Notice) else {}


def in_time(rows: Iterable[NoticeRow], today: Day) -> Share:
    """Of those that everybody was told of, or that are overdue."""
    counted = [row for row in rows if row.shelf == "told" or (row.shelf == "open" and row.notice.due < today)]
    return Share(sum(row.in_time for row in counted), len(counted))


NOTICES = Projection(name="notices", row=NoticeRow, fold=fold, nouns=frozenset({"notice"}), filters=(("shelf",),))
