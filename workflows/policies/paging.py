"""Whenever something cannot wait, whoever is on call is called: an urgent voice, or danger found at the first look.

What waited in the intake is not among it: that was called for while it waited.
"""

from workflows.concern import events as e
from workflows.concern.commands import Page
from workflows.kernel.grammar import Fact
from workflows.kernel.noun import Wish
from workflows.kernel.policy import Policy, Seen


def react(fact: Fact, _: Seen) -> tuple[Wish, ...]:
    return (Wish(fact.stream, Page()),) if _cannot_wait(fact) else ()


def _cannot_wait(fact: Fact) -> bool:
    match fact.event:
        case e.Raised(urgent=True, speaker=speaker):
            return speaker != "anonymous"
        case e.Triaged(route="danger"):
            return fact.head.occurred is None
        case _:
            return False


POLICY = Policy(name="paging", react=react)
