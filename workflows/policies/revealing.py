"""Whenever the time to rate is over and enough have handed in, the ratings of a self-assessment are opened, all at once."""

from collections.abc import Iterator

from assessments.self_assessment.commands import LEAST, Reveal
from assessments.self_assessment.state import Sealed
from workflows.kernel.moments import Day, day_after
from workflows.kernel.noun import Wish
from workflows.kernel.policy import Due, Policy
from workflows.kernel.terms import Terms


def tick(day: Day, stream: str, state: Sealed, _: Terms) -> Iterator[Due]:
    opens = wakes(state)
    if opens is not None and opens <= day:
        yield Wish(stream, Reveal()), f"{stream}|assess|{opens}|reveal"


def wakes(state: Sealed) -> Day | None:
    return day_after(state.setting.closes, 1) if len(state.setting.handed) >= LEAST else None


POLICY = Policy(name="revealing", tick=tick, wakes=wakes, timed=Sealed)
