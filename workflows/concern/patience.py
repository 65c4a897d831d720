"""How long silence is waited out: delivery, notices and end lie evenly apart, also where the clock stood still meanwhile."""

from workflows.concern.state import Delivered
from workflows.kernel.moments import Day, day_after, days_between, moment_of, utc_day
from workflows.kernel.terms import Terms


def notice_day(state: Delivered, terms: Terms) -> Day:
    """The day of the next notice. Days in ISO; `terms` are those of the voice's unit."""
    n = state.notices + 1
    return _spaced(state, day_after(state.day, _whole(state) * n // (terms.silence_notices + 1)), terms)


def end_day(state: Delivered, terms: Terms) -> Day:
    """The day on which silence ends the loop, once every notice was given."""
    return _spaced(state, day_after(state.due, 1), terms)


def _spaced(state: Delivered, day: Day, terms: Terms) -> Day:
    """Not sooner after the last notice than the notices lie apart: somebody has to have the time to reply."""
    if state.noticed is None:
        return day
    return max(day, day_after(utc_day(state.noticed), _whole(state) // (terms.silence_notices + 1)))


def _whole(state: Delivered) -> int:
    return days_between(moment_of(state.day), moment_of(state.due))
