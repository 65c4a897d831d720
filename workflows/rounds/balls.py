"""Who owes what around one visit."""

from typing import assert_never

from workflows.kernel.ball import Ball
from workflows.kernel.noun import Nothing
from workflows.rounds.state import Held, NotHeld, Scheduled, State, Summarised, Withdrawn


def balls(state: State) -> tuple[Ball, ...]:
    match state:
        case Scheduled(visit=visit, since=since):
            unit = f"unit-{visit.unit}"
            return (Ball(visit.partner or unit, "hold", unit, since, visit.day, visit.first_day),)
        case Held(visit=visit, since=since, summary_due=due):
            unit = f"unit-{visit.unit}"
            return (Ball(visit.guide or unit, "summarise", unit, since, due, due),)
        case Nothing() | Summarised() | NotHeld() | Withdrawn():
            return ()
        case _:
            assert_never(state)
