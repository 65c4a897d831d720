"""Whenever the last thing an answered issue waited for has come to its end, the issue closes."""

from workflows.barrier import events as b
from workflows.barrier.state import blocks
from workflows.concern import events as c
from workflows.concern.state import Ended
from workflows.issue import events as i
from workflows.issue.commands import Close
from workflows.issue.state import Declined, Resolved
from workflows.kernel.grammar import Fact
from workflows.kernel.noun import Nothing, Wish
from workflows.kernel.policy import Policy, Seen


def react(fact: Fact, seen: Seen) -> tuple[Wish, ...]:
    return tuple(Wish(issue, Close(), issue) for issue in _touched(fact, seen) if _waits_for_nothing(issue, seen))


def _touched(fact: Fact, seen: Seen) -> tuple[str, ...]:
    match fact.event:
        case c.Heard() | c.Disagreed() | c.FellSilent() | c.NotReached() | c.Withdrawn():
            issue = seen.state(fact.stream).voice.issue
            return () if issue is None else (issue,)
        case b.RemovalVerified() | b.AcceptedAsRisk() | b.Withdrawn():
            issues: tuple[str, ...] = seen.state(fact.stream).obstacle.issues
            return issues
        case i.Resolved() | i.Declined() | i.ReasonGiven() | i.Parted() | i.Unblocked():
            return (fact.stream,)
        case _:
            return ()


def _waits_for_nothing(issue: str, seen: Seen) -> bool:
    state = seen.state(issue)
    if isinstance(state, Nothing) or not isinstance(state, Resolved | Declined):
        return False
    if isinstance(state, Declined) and state.reason is None:
        return False
    heard = all(isinstance(seen.state(voice), Ended) for voice in state.matter.voices)
    return heard and not any(blocks(seen.state(barrier)) for barrier in state.matter.barriers)


POLICY = Policy(name="closing", react=react)
