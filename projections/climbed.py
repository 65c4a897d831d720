"""How do barriers fare: which are overdue, which had to climb? One row per barrier that was not taken back."""

from collections.abc import Mapping
from typing import Literal

from projections.lives import Projection, Row, Scene, Was
from workflows.barrier.state import Known, Risk, Withdrawn, blocks
from workflows.kernel.moments import utc_day
from workflows.kernel.months import Month, month_of

Climbed = Literal["climbed", "stayed"]


class ClimbedRow(Row, frozen=True, kw_only=True):
    """`month` is that in which it was logged; `due` the day promised while it is open, "" once it is not any more."""

    unit: str
    month: Month
    climbed: Climbed
    due: str


def fold(_: Was, scene: Scene) -> Mapping[str, Row]:
    standing = scene.state
    if not isinstance(standing, Known) or isinstance(standing, Withdrawn):
        return {}
    obstacle = standing.obstacle
    row = ClimbedRow(
        unit=obstacle.unit or "",
        month=month_of(utc_day(obstacle.logged)),
        climbed="climbed" if obstacle.climbed_on else "stayed",
        due=obstacle.due if blocks(standing) and not isinstance(standing, Risk) else "",
    )
    return {"": row}


CLIMBED = Projection(
    name="climbed",
    row=ClimbedRow,
    fold=fold,
    nouns=frozenset({"barrier"}),
    filters=(("unit", "month", "climbed", "due"),),
)
