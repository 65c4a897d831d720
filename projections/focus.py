"""What did a unit, or the hospital, promise itself for a quarter, and what came of it? One row for each place and quarter."""

from collections.abc import Iterable, Mapping

from projections.lives import Projection, Row, Scene
from projections.share import Share
from workflows.focus.state import Focus
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import Moment


class FocusRow(Row, frozen=True, kw_only=True):
    """`focus` has its lines."""

    focus: Focus

    @property
    def since(self) -> Moment:
        return self.focus.since

    @property
    def unit(self) -> str:
        """Its unit; "" where it is the hospital's."""
        return self.focus.unit or ""

    @property
    def title(self) -> Ref:
        return self.focus.pledge


def fold(_: Mapping[str, object], scene: Scene) -> Mapping[str, Row]:
    return {"": FocusRow(focus=scene.state)} if isinstance(scene.state, Focus) else {}


def done(rows: Iterable[FocusRow]) -> Share:
    """How much of what was done for the climate came to be; what was dropped counts, for it was promised."""
    lines = [line for row in rows for line in row.focus.lines]
    return Share(sum(line.came == "done" for line in lines), len(lines))


FOCUS = Projection(name="focus", row=FocusRow, fold=fold, nouns=frozenset({"focus"}), filters=(("unit",),))
