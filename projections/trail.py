"""Who looked at what is restricted, and what of it left the building? One row per entry of the trail."""

from collections.abc import Mapping

from projections.lives import Projection, Row, Scene, Was
from workflows.kernel.moments import Moment
from workflows.trail import Entry


class TrailRow(Row, frozen=True, kw_only=True):
    """`entry` says who, how, what and when."""

    entry: Entry

    @property
    def how(self) -> str:
        return self.entry.how

    @property
    def about(self) -> str:
        """The record looked at; "" where it was a list."""
        return self.entry.about or ""

    @property
    def since(self) -> Moment:
        return self.entry.at


def fold(_: Was, scene: Scene) -> Mapping[str, Row]:
    return {"": TrailRow(entry=scene.state)} if isinstance(scene.state, Entry) else {}


TRAIL = Projection(name="trail", row=TrailRow, fold=fold, nouns=frozenset({"trail"}), filters=(("how",), ("about",)))
