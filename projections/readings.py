"""What were the values of a measure? One row per value, those that were taken back among them.

A value stands for its own day, week or month, whenever it was entered: `up_to` says which of them a past day could have.
"""

from collections.abc import Iterable, Mapping

from projections.lives import Projection, Row, Scene, Was
from workflows.kernel.moments import Day
from workflows.kernel.periods import first_day, last_day
from workflows.measure.state import Known, Value


class ReadingRow(Row, frozen=True, kw_only=True):
    unit: str
    value: Value

    @property
    def counts(self) -> bool:
        return self.value.withdrawn is None


def fold(_: Was, scene: Scene) -> Mapping[str, Row]:
    standing = scene.state
    if not isinstance(standing, Known):
        return {}
    return {
        f"{n}": ReadingRow(unit=standing.unit or "", value=value) for n, value in enumerate(standing.values, start=1)
    }


def up_to(rows: Iterable[ReadingRow], day: Day) -> tuple[ReadingRow, ...]:
    """Those whose time was over by the end of that day, the earliest first."""
    over = (row for row in rows if last_day(row.value.period) <= day)
    return tuple(sorted(over, key=lambda row: (first_day(row.value.period), row.value.recorded)))


READINGS = Projection(name="readings", row=ReadingRow, fold=fold, nouns=frozenset({"measure"}))
