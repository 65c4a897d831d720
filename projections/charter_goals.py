"""Which goals of a charter are truly measured? A goal names its measure; the measure is recorded where values come in, and
verified where somebody has looked what is counted and from where, and that has not lapsed."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from projections.lives import Stint
from projections.measures import MeasureRow
from projections.readings import ReadingRow
from projections.standards import StandardRow
from workflows.kernel.moments import Day, day_after
from workflows.kernel.periods import Every, last_day

Recorded = Literal["recorded", "late", "empty", "none"]
"""Values come in; the last one is too long ago; there is none yet; nothing is measured for it."""
LATE: Mapping[Every, int] = {"day": 7, "week": 21, "month": 62}
"""So many days after its end a value is the last one no longer: the one after should be here by then."""


class Measured(Struct, frozen=True, kw_only=True):
    """A goal; the measures that are for it; what was verified of how it is measured."""

    goal: Stint[StandardRow]
    measures: tuple[Stint[MeasureRow], ...]
    recorded: Recorded
    check: Stint[StandardRow] | None

    @property
    def is_verified(self) -> bool:
        return self.check is not None and self.check.row.state == "in_place"


def measured(
    standards: Iterable[Stint[StandardRow]],
    measures: Iterable[Stint[MeasureRow]],
    readings: Mapping[str, Sequence[ReadingRow]],
    day: Day,
) -> tuple[Measured, ...]:
    """The goals in the order they were set. `readings` by measure, the earliest first."""
    known, gauges = list(standards), [one for one in measures if one.row.state == "active"]
    checks = {one.row.standard.of: one for one in known if one.row.item == "measure"}
    return tuple(
        _measured(goal, [one for one in gauges if one.row.gauge.serves == goal.stream], readings, day, checks)
        for goal in known
        if goal.row.item == "goal" and goal.row.standard.said is not None and goal.row.state != "absent"
    )


def _measured(
    goal: Stint[StandardRow],
    mine: Sequence[Stint[MeasureRow]],
    readings: Mapping[str, Sequence[ReadingRow]],
    day: Day,
    checks: Mapping[str | None, Stint[StandardRow]],
) -> Measured:
    found = {recorded(one, readings.get(one.stream, ()), day) for one in mine}
    best: Recorded = next((how for how in ("recorded", "late", "empty") if how in found), "none")
    return Measured(goal=goal, measures=tuple(mine), recorded=best, check=checks.get(goal.stream))


def recorded(measure: Stint[MeasureRow], rows: Iterable[ReadingRow], day: Day) -> Recorded:
    """What happens seldom is never late: no news of it is what is hoped for."""
    gauge, counting = measure.row.gauge, [row for row in rows if row.counts]
    if gauge.kind == "days_since":
        return "recorded"
    if not counting:
        return "empty"
    until = day_after(max(last_day(row.value.period) for row in counting), LATE[gauge.every])
    return "recorded" if day <= until else "late"
