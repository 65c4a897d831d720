"""Who owes what around one issue. Its voices and barriers have balls of their own."""

from typing import assert_never

from workflows.issue.state import Closed, Declined, Deferred, Open, Resolved, State, Unlisted
from workflows.kernel.ball import Ball
from workflows.kernel.noun import Nothing


def balls(state: State) -> tuple[Ball, ...]:
    match state:
        case Open(matter=matter, since=since, why=why):
            return (
                Ball(_owner(state), "resolve", f"unit-{matter.unit}", since, matter.due, matter.first_due, why=why),
            )
        case Deferred(matter=matter, since=since, until=until):
            unit = f"unit-{matter.unit}"
            return (Ball(_owner(state), "resolve", unit, since, until, matter.first_due, why="deferred"),)
        case Declined(matter=matter, since=since, reason=None, reason_due=due):
            return (Ball(_owner(state), "reason", f"unit-{matter.unit}", since, due, due),)
        case Nothing() | Declined() | Resolved() | Closed() | Unlisted():
            return ()
        case _:
            assert_never(state)


def _owner(state: Open | Deferred | Declined) -> str:
    return state.matter.owner or f"unit-{state.matter.unit}"
