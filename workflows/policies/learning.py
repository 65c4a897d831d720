"""Whenever a unit takes up learning from what goes wrong, or sets it aside, its pace begins or ends; whenever it comes to a
lesson from something that went wrong, that is counted, and no longer once it is taken back."""

from workflows import pace
from workflows.kernel.grammar import Fact
from workflows.kernel.moments import utc_day
from workflows.kernel.noun import Nothing, Wish
from workflows.kernel.policy import Policy, Seen
from workflows.kernel.practices import Practice, in_use
from workflows.learning import events as e
from workflows.unit import events as u

LESSONS: Practice = "lessons"


def react(fact: Fact, seen: Seen) -> tuple[Wish, ...]:
    match fact.event:
        case u.PracticeAdopted(practice=practice, since=since) if practice == LESSONS:
            return (_begin(fact, seen, since),)
        case u.Reopened() if in_use(seen.state(fact.stream).practices, LESSONS):
            return (_begin(fact, seen, utc_day(fact.happened)),)
        case u.PracticeEnded(practice=practice) if practice == LESSONS:
            return _if_it_goes(seen.state(fact.stream).unit, pace.End(), seen)
        case u.Closed():
            return _if_it_goes(seen.state(fact.stream).unit, pace.End(), seen)
        case e.Withdrawn():
            return _if_it_goes(seen.state(fact.stream).unit, pace.Correct(learning=fact.stream), seen)
        case e.Concluded():
            return _if_it_goes(seen.state(fact.stream).unit, pace.Count(learning=fact.stream), seen)
        case _:
            return ()


def _begin(fact: Fact, seen: Seen, since: str) -> Wish:
    return Wish(None, pace.Begin(unit=seen.state(fact.stream).unit, since=since))


def _if_it_goes(unit: str | None, command: pace.End | pace.Count | pace.Correct, seen: Seen) -> tuple[Wish, ...]:
    stream = pace.stream_of(unit or "")
    return () if isinstance(seen.state(stream), Nothing) else (Wish(stream, command),)


POLICY = Policy(name="learning", react=react)
