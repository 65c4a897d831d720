"""Whenever a barrier stays overdue for longer than the terms allow, it climbs one step of the ladder."""

from collections.abc import Iterator

from workflows.barrier.balls import balls
from workflows.barrier.commands import Climb
from workflows.barrier.state import Unsettled, climbs_after
from workflows.kernel.moments import Day
from workflows.kernel.noun import Wish
from workflows.kernel.policy import Due, Policy
from workflows.kernel.terms import Terms


def tick(day: Day, stream: str, state: object, terms: Terms) -> Iterator[Due]:
    if not isinstance(state, Unsettled):
        return
    step = climbs_after(state, terms)
    if step is None or day <= step[0]:
        return
    for ball in balls(state):
        yield Wish(stream, Climb()), f"{stream}|{ball.owes}|{ball.due}|climb-{len(state.obstacle.below) + 1}"


POLICY = Policy(name="climbing", tick=tick)
