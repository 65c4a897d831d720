"""Whenever a quarter is promised, or a line of the one before is carried on, that line stands in the next one."""

from workflows.focus import events as e
from workflows.focus.commands import CarryOn, stream_of
from workflows.kernel.grammar import Fact
from workflows.kernel.months import quarter_after
from workflows.kernel.noun import Nothing, Wish
from workflows.kernel.policy import Policy, Seen


def react(fact: Fact, seen: Seen) -> tuple[Wish, ...]:
    match fact.event:
        case e.Declared():
            return (Wish(fact.stream, CarryOn()),)
        case e.Reviewed(came="carried_on"):
            here = seen.state(fact.stream)
            after = stream_of(here.unit, quarter_after(here.quarter))
            return () if isinstance(seen.state(after), Nothing) else (Wish(after, CarryOn()),)
        case _:
            return ()


POLICY = Policy(name="carrying", react=react)
