"""Who owes what around one barrier."""

from typing import assert_never

from workflows.barrier.state import Claimed, Offered, Removed, Returned, Risk, State, Withdrawn, Working
from workflows.kernel.ball import Ball
from workflows.kernel.noun import Nothing


def balls(state: State) -> tuple[Ball, ...]:
    ball = _owed(state)
    return () if ball is None else (ball,)


def _owed(state: State) -> Ball | None:
    match state:
        case Nothing() | Removed() | Withdrawn():
            return None
        case Offered(obstacle=obstacle, since=since, accept_due=due):
            return Ball(obstacle.holder, "accept", obstacle.verifier, since, due, due, why=state.why)
        case Returned(obstacle=obstacle, since=since, desk=desk, desk_due=due):
            return Ball(desk, "accept", obstacle.verifier, since, due, due, why=state.why)
        case Working(obstacle=o, since=since, waiting=waiting):
            whom = waiting.whom if waiting else None
            return Ball(o.holder, "remove", o.verifier, since, o.due, o.first_due, whom, state.why)
        case Claimed(obstacle=obstacle, since=since, verify_due=due):
            return Ball(obstacle.verifier, "verify", obstacle.holder, since, due, due)
        case Risk(obstacle=obstacle, since=since, review_on=due):
            return Ball(obstacle.answerable or obstacle.holder, "review", obstacle.verifier, since, due, due)
        case _:
            assert_never(state)
