"""Whenever a barrier, the letter of a grievance or a respect incident stays overdue for longer than the terms allow, it climbs
one step of its ladder."""

from collections.abc import Iterable, Iterator

from workflows import barrier, grievance, respect
from workflows.barrier.state import Unsettled
from workflows.barrier.state import climbs_after as barrier_climbs
from workflows.grievance.state import Open
from workflows.grievance.state import climbs_after as letter_climbs
from workflows.kernel.ball import Ball, soonest_overdue
from workflows.kernel.grammar import Command
from workflows.kernel.moments import Day
from workflows.kernel.noun import Wish
from workflows.kernel.policy import Due, Policy
from workflows.kernel.terms import Terms
from workflows.respect.state import Reported, Responded, Weighed
from workflows.respect.state import climbs_after as incident_climbs

Timed = Unsettled | Reported | Responded | Weighed | Open


def tick(day: Day, stream: str, state: Timed, terms: Terms) -> Iterator[Due]:
    if isinstance(state, Unsettled) and _is_time(barrier_climbs(state, terms), day):
        yield from _wishes(stream, barrier.NOUN.balls(state), barrier.commands.Climb(), state.obstacle.below)
    elif isinstance(state, Open) and _is_time(letter_climbs(state, terms), day):
        yield from _wishes(stream, grievance.NOUN.balls(state), grievance.commands.Climb(), state.complaint.below)
    elif isinstance(state, Reported | Responded | Weighed) and _is_time(incident_climbs(state, terms), day):
        yield from _wishes(stream, respect.NOUN.balls(state), respect.commands.Climb(), state.incident.below)


def wakes(state: Timed) -> Day | None:
    """From the first overdue day: how long it climbs after that, and how far, is said by the terms."""
    if isinstance(state, Unsettled):
        return soonest_overdue(barrier.NOUN.balls(state))
    noun = grievance.NOUN if isinstance(state, Open) else respect.NOUN
    return soonest_overdue(noun.balls(state))


def _is_time(step: tuple[Day, str] | None, day: Day) -> bool:
    return step is not None and day > step[0]


def _wishes(stream: str, owed: Iterable[Ball], climb: Command, below: tuple[str, ...]) -> Iterator[Due]:
    for ball in owed:
        yield Wish(stream, climb), f"{stream}|{ball.owes}|{ball.due}|climb-{len(below) + 1}"


POLICY = Policy(name="climbing", tick=tick, wakes=wakes, timed=Timed)
