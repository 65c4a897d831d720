"""Whenever the days of grace of a month are over, it is noted how the month went; whenever rounds were held, they may count as
the meeting; whenever the unit closes, or a partner's place in it is another's or nobody's, the partnership has ended."""

from collections.abc import Iterator

from workflows.kernel.grammar import Fact
from workflows.kernel.moments import Day
from workflows.kernel.months import grace_ends, last_day, month_of
from workflows.kernel.noun import Wish
from workflows.kernel.policy import Due, Policy, Seen
from workflows.kernel.terms import Terms
from workflows.partnership.commands import CloseMonth, CountRounds, End, stream_of
from workflows.partnership.course import before, is_settled, owed
from workflows.partnership.state import Meeting
from workflows.rounds import events as r
from workflows.unit import events as u
from workflows.unit.state import PARTNER


def tick(day: Day, stream: str, state: Meeting, terms: Terms) -> Iterator[Due]:
    course = state.bond.course
    for period in before(course, month_of(day)):
        if day > grace_ends(period.last, terms.rounds_grace_day) and not is_settled(course, period):
            yield Wish(stream, CloseMonth(until=last_day(period.last))), f"{stream}|meet|{period.last}|close"


def wakes(state: Meeting) -> Day | None:
    """The day after a time that is due, in which nothing settles it yet."""
    period = owed(state.bond.course)
    return None if period is None else grace_ends(period.last, 1)


def react(fact: Fact, seen: Seen) -> tuple[Wish, ...]:
    match fact.event:
        case r.Held(colour=colour):
            where = seen.state(f"unit-{seen.state(fact.stream).unit}")
            count = CountRounds(rounds=fact.stream, colour=colour)
            return () if where.partner is None else _if_they_meet(stream_of(where.unit, where.partner), count, seen)
        case u.Closed():
            where = seen.state(fact.stream)
            over = End(reason="unit_closed")
            return () if where.partner is None else _if_they_meet(stream_of(where.unit, where.partner), over, seen)
        case u.RoleEnded(person=person, role=role) if role == PARTNER:
            return _if_they_meet(stream_of(seen.state(fact.stream).unit, person), End(reason="left_post"), seen)
        case _:
            return ()


def _if_they_meet(stream: str, command: CountRounds | End, seen: Seen) -> tuple[Wish, ...]:
    return (Wish(stream, command),) if isinstance(seen.state(stream), Meeting) else ()


POLICY = Policy(name="meeting", react=react, tick=tick, wakes=wakes, timed=Meeting)
