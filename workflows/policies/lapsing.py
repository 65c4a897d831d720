"""Whenever the day of a promise or of a waiver has passed, the promise is broken (and still owed), the waiver is over."""

from collections.abc import Iterator

from workflows import waiver
from workflows.kernel.moments import Day, day_after
from workflows.kernel.noun import Wish
from workflows.kernel.policy import Due, Policy
from workflows.kernel.terms import Terms
from workflows.promise.commands import Break
from workflows.promise.state import Pledge

Timed = Pledge | waiver.Waived


def tick(day: Day, stream: str, state: Timed, _: Terms) -> Iterator[Due]:
    match state:
        case Pledge(settled=None, due=due, broken=broken) if due < day and due not in broken:
            yield Wish(stream, Break()), f"{stream}|keep|{due}|break"
        case waiver.Waived(over=None, until=str(until)) if until < day:
            yield Wish(stream, waiver.Lapse()), f"{stream}|waiver|{until}|lapse"
        case _:
            return


def wakes(state: Timed) -> Day | None:
    match state:
        case Pledge(settled=None, due=due, broken=broken) if due not in broken:
            return day_after(due, 1)
        case waiver.Waived(over=None, until=str(until)):
            return day_after(until, 1)
        case _:
            return None


POLICY = Policy(name="lapsing", tick=tick, wakes=wakes, timed=Timed)
