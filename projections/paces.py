"""When is a unit's next lesson owed, and did the others come in time? One row per unit that took that up."""

from collections.abc import Mapping

from msgspec import Struct

from projections.lives import Projection, Row, Scene, Was
from workflows.kernel.moments import Day, Moment
from workflows.pace import Pace


class PaceRow(Row, frozen=True, kw_only=True):
    """`pace` has every lesson with the day it was owed by."""

    since: Moment
    pace: Pace

    @property
    def unit(self) -> str:
        return self.pace.unit

    @property
    def going(self) -> bool:
        return self.pace.ended is None


class InTime(Struct, frozen=True):
    """Of `owed` lessons whose day has come or that came before it, `came` by that day."""

    came: int
    owed: int


def in_time(pace: Pace, day: Day) -> InTime:
    """One that is owed and has not come by its day counts as late from then on; one that is not due yet counts nowhere."""
    late = pace.ended is None and pace.due < day
    return InTime(sum(turn.in_time for turn in pace.turns), len(pace.turns) + late)


def fold(_: Was, scene: Scene) -> Mapping[str, Row]:
    pace = scene.state
    return {"": PaceRow(since=pace.since, pace=pace)} if isinstance(pace, Pace) else {}


PACES = Projection(name="paces", row=PaceRow, fold=fold, nouns=frozenset({"pace"}), filters=(("unit",),))
