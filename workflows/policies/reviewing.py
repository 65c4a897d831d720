"""Whenever a unit takes up measuring, looking at the figures together falls due again and again from that day; whenever it sets
that aside, or closes, nothing is due. The hospital looks at its own again and again from its first measure on."""

from workflows.kernel.grammar import Fact
from workflows.kernel.moments import utc_day
from workflows.kernel.noun import Nothing, Wish
from workflows.kernel.policy import Policy, Seen
from workflows.kernel.practices import Practice, in_use
from workflows.panel import BeginReviewing, EndReviewing, MeasureAdded, stream_of
from workflows.unit import events as u

PRACTICE: Practice = "measures"


def react(fact: Fact, seen: Seen) -> tuple[Wish, ...]:
    match fact.event:
        case MeasureAdded(unit=None) if seen.state(fact.stream).review_by is None:
            return (Wish(None, BeginReviewing(since=utc_day(fact.happened))),)
        case u.PracticeAdopted(practice="measures", since=since):
            return (Wish(None, BeginReviewing(unit=seen.state(fact.stream).unit, since=since)),)
        case u.PracticeEnded(practice="measures") | u.Closed():
            place = stream_of(seen.state(fact.stream).unit)
            return () if isinstance(seen.state(place), Nothing) else (Wish(place, EndReviewing()),)
        case u.Reopened():
            unit = seen.state(fact.stream)
            taken = in_use(unit.practices, PRACTICE)
            since = utc_day(fact.happened)
            return () if taken is None else (Wish(None, BeginReviewing(unit=unit.unit, since=max(since, taken.since))),)
        case _:
            return ()


POLICY = Policy(name="reviewing", react=react)
