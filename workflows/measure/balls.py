"""Whose numbers are still to come: a value is owed from the day its time is over until the time after it is over too."""

from workflows.kernel.ball import Ball
from workflows.kernel.moments import day_after, moment_of, utc_day
from workflows.kernel.periods import Every, Period, last_day, period_of
from workflows.measure.state import Active, State


def balls(state: State) -> tuple[Ball, ...]:
    """The next value of what is counted by day, week or month; what happens now and then is entered when it happens."""
    if not isinstance(state, Active) or state.gauge.kind == "days_since":
        return ()
    gauge = state.gauge
    began = period_of(utc_day(state.since), gauge.every)
    entered = [_after(one.period, gauge.every) for one in state.values if one.withdrawn is None]
    owed = max((began, *entered))
    due = last_day(_after(owed, gauge.every))
    to = f"unit-{gauge.unit}" if gauge.unit else None
    return (Ball(gauge.owner, "count", to, moment_of(day_after(last_day(owed), 1)), due, due, turn=owed),)


def _after(period: Period, every: Every) -> Period:
    return period_of(day_after(last_day(period), 1), every)
