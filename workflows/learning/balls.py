"""Who owes what around a learning: its lesson, the look at a test, the look whether what was chosen lowered the risk."""

from typing import assert_never

from workflows.kernel.ball import Ball
from workflows.kernel.noun import Nothing
from workflows.learning.state import Kept, Learned, Looking, State, Trying, Withdrawn


def balls(state: State) -> tuple[Ball, ...]:
    match state:
        case Looking(lesson=lesson, since=since, due=due):
            lead = lesson.lead or f"unit-{lesson.unit}"
            return (Ball(lead, "learn", f"unit-{lesson.unit}", since, due, due), *_followed_up(state))
        case Trying(lesson=lesson, since=since, due=due):
            return (Ball(lesson.lead or f"unit-{lesson.unit}", "review", f"unit-{lesson.unit}", since, due, due),)
        case Learned():
            return _followed_up(state)
        case Nothing() | Kept() | Withdrawn():
            return ()
        case _:
            assert_never(state)


def _followed_up(state: Looking | Learned) -> tuple[Ball, ...]:
    return tuple(
        Ball(one.leader, "review", f"unit-{state.unit}", one.at, one.due, one.first_due, turn=str(one.number))
        for one in state.lesson.steps
        if one.is_open
    )
