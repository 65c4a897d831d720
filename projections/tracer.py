"""How did one thing travel, hop by hop: said, listed, taken up, answered, heard? Reckoned from its facts; nothing is stored."""

from collections.abc import Collection, Mapping
from typing import Literal

from msgspec import Struct

from workflows.kernel.grammar import Fact

HopKey = Literal[
    "spoke",
    "rounds",
    "listed",
    "barrier",
    "taken_on",
    "claimed",
    "verified",
    "settled",
    "answered",
    "delivered",
    "said",
    "asked",
]
Stands = Literal["on_record", "gap", "not_yet", "not_needed"]

HOPS: Mapping[HopKey, frozenset[str]] = {
    "spoke": frozenset({"concern.raised"}),
    "rounds": frozenset({"rounds.held", "rounds.not_held"}),
    "listed": frozenset({"issue.listed"}),
    "barrier": frozenset({"barrier.logged", "barrier.blocked_also"}),
    "taken_on": frozenset({"barrier.accepted", "barrier.returned", "barrier.assigned"}),
    "claimed": frozenset({"barrier.removal_claimed", "barrier.accepted_as_risk"}),
    "verified": frozenset({"barrier.removal_verified", "barrier.removal_rejected"}),
    "settled": frozenset({"issue.resolved", "issue.declined", "issue.deferred", "issue.reopened"}),
    "answered": frozenset({"concern.answered"}),
    "delivered": frozenset({"concern.delivered"}),
    "said": frozenset(
        {
            "concern.heard",
            "concern.disputed",
            "concern.disagreed",
            "concern.fell_silent",
            "concern.not_reached",
            "concern.withdrawn",
        }
    ),
    "asked": frozenset({"ballots.counted"}),
}
"""In the order a thing passes them, with the facts that are each of them."""
OF_A_BARRIER: frozenset[HopKey] = frozenset({"barrier", "taken_on", "claimed", "verified"})
OF_ALL: frozenset[HopKey] = frozenset({"asked"})
"""What does not wait for this thing: that it has come shows nothing of the hops before it."""
SELDOM: frozenset[HopKey] = frozenset({"rounds", *OF_A_BARRIER})
"""What a thing may do without."""


class Hop(Struct, frozen=True):
    """`facts` in the order they happened; a hop without any is a `gap` where a later one is on record."""

    key: HopKey
    stands: Stands
    facts: tuple[Fact, ...]


def hops(facts: Collection[Fact]) -> tuple[Hop, ...]:
    """Of the facts of an issue and all that hangs on it."""
    found = {key: tuple(one for one in facts if one.head.name in names) for key, names in HOPS.items()}
    begun = [key for key in HOPS if found[key] and key not in OF_ALL]
    last = list(HOPS).index(begun[-1]) if begun else -1
    stopped = bool(found["barrier"])
    return tuple(
        Hop(key, _stands(key, number < last, stopped, found[key]), found[key]) for number, key in enumerate(HOPS)
    )


def _stands(key: HopKey, passed: bool, stopped: bool, facts: tuple[Fact, ...]) -> Stands:
    if facts:
        return "on_record"
    if key in SELDOM and not (stopped and key in OF_A_BARRIER):
        return "not_needed"
    return "gap" if passed else "not_yet"
