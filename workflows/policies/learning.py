"""Whenever a unit takes up learning from what goes wrong, or sets it aside, its pace begins or ends; whenever it comes to a
lesson from something that went wrong, that is counted, and no longer once it is taken back."""

from workflows import pace
from workflows.kernel.grammar import Fact
from workflows.kernel.noun import Nothing, Wish
from workflows.kernel.policy import Policy, Seen
from workflows.learning import events as e
from workflows.policies.taking_up import Over, TakenUp, turn


def react(fact: Fact, seen: Seen) -> tuple[Wish, ...]:
    match turn(fact, seen, "lessons"):
        case TakenUp(unit=unit, since=since):
            return (Wish(None, pace.Begin(unit=unit, since=since)),)
        case Over(unit=unit):
            return _if_it_goes(unit, pace.End(), seen)
        case None:
            return _counted(fact, seen)


def _counted(fact: Fact, seen: Seen) -> tuple[Wish, ...]:
    match fact.event:
        case e.Withdrawn():
            return _if_it_goes(seen.state(fact.stream).unit, pace.Correct(learning=fact.stream), seen)
        case e.Concluded():
            return _if_it_goes(seen.state(fact.stream).unit, pace.Count(learning=fact.stream), seen)
        case _:
            return ()


def _if_it_goes(unit: str | None, command: pace.End | pace.Count | pace.Correct, seen: Seen) -> tuple[Wish, ...]:
    stream = pace.stream_of(unit or "")
    return () if isinstance(seen.state(stream), Nothing) else (Wish(stream, command),)


POLICY = Policy(name="learning", react=react)
