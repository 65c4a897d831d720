"""What became of what was listed long ago? One row per issue: resolved, in work with an owner, or lying."""

from collections.abc import Mapping
from typing import Literal

from projections.lives import Projection, Row, Scene, Was
from workflows.issue.state import Closed, Declined, Resolved, Standing, Unlisted
from workflows.kernel.moments import utc_day
from workflows.kernel.months import Month, month_of

Work = Literal["over", "in_work", "lying"]


class WorkedRow(Row, frozen=True, kw_only=True):
    """`month` is that in which it was listed. `over`: resolved or declined with a reason; `in_work`: somebody owns it."""

    unit: str
    month: Month
    work: Work


def fold(_: Was, scene: Scene) -> Mapping[str, Row]:
    standing = scene.state
    if not isinstance(standing, Standing) or isinstance(standing, Unlisted):
        return {}
    over = isinstance(standing, Resolved | Declined | Closed)
    work: Work = "over" if over else "in_work" if standing.matter.owner else "lying"
    return {"": WorkedRow(unit=standing.matter.unit, month=month_of(utc_day(standing.matter.listed)), work=work)}


WORKED = Projection(
    name="worked", row=WorkedRow, fold=fold, nouns=frozenset({"issue"}), filters=(("unit", "month", "work"),)
)
