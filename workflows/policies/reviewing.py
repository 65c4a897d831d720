"""Whenever a unit takes up measuring, looking at the figures together falls due again and again from that day; whenever it sets
that aside, or closes, nothing is due. The hospital looks at its own again and again from its first measure on."""

from workflows.kernel.grammar import Fact
from workflows.kernel.moments import utc_day
from workflows.kernel.noun import Nothing, Wish
from workflows.kernel.policy import Policy, Seen
from workflows.panel import BeginReviewing, EndReviewing, MeasureAdded, stream_of
from workflows.policies.taking_up import Over, TakenUp, turn


def react(fact: Fact, seen: Seen) -> tuple[Wish, ...]:
    match turn(fact, seen, "measures"):
        case TakenUp(unit=unit, since=since):
            return (Wish(None, BeginReviewing(unit=unit, since=since)),)
        case Over(unit=unit):
            place = stream_of(unit)
            return () if isinstance(seen.state(place), Nothing) else (Wish(place, EndReviewing()),)
        case None:
            return _of_the_hospital(fact, seen)


def _of_the_hospital(fact: Fact, seen: Seen) -> tuple[Wish, ...]:
    match fact.event:
        case MeasureAdded(unit=None) if seen.state(fact.stream).review_by is None:
            return (Wish(None, BeginReviewing(since=utc_day(fact.happened))),)
        case _:
            return ()


POLICY = Policy(name="reviewing", react=react)
