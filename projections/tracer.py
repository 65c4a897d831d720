"""How did one thing travel, hop by hop: said, listed, taken up, answered, heard? Reckoned from its facts; nothing is stored."""

from collections.abc import Collection, Iterable, Mapping
from typing import Literal

from msgspec import Struct

from workflows.kernel.ball import Owes
from workflows.kernel.grammar import Fact
from workflows.kernel.moments import Day

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


OWED: Mapping[Owes, HopKey] = {
    "accept": "taken_on",
    "remove": "claimed",
    "verify": "verified",
    "resolve": "settled",
    "answer": "answered",
    "reason": "answered",
    "deliver": "delivered",
    "reply": "said",
}
"""The hop that waits for what somebody owes."""


class Hop(Struct, frozen=True):
    """`facts` in the order they happened. A hop is a `gap` where it has none and a later one has, and where somebody owes it
    since a day that is over, whatever came before: since `overdue`, the longest of them."""

    key: HopKey
    stands: Stands
    facts: tuple[Fact, ...]
    overdue: Day | None = None


def hops(facts: Collection[Fact], overdue: Iterable[tuple[Owes, Day]] = ()) -> tuple[Hop, ...]:
    """Of the facts of an issue and all that hangs on it; `overdue` is what is owed of it and since when it is due."""
    late: dict[HopKey, Day] = {}
    for owes, due in overdue:
        if key := OWED.get(owes):
            late[key] = min(due, late.get(key, due))
    found = {key: tuple(one for one in facts if one.head.name in names) for key, names in HOPS.items()}
    begun = [key for key in HOPS if found[key] and key not in OF_ALL]
    last = list(HOPS).index(begun[-1]) if begun else -1
    stopped = bool(found["barrier"])
    return tuple(
        Hop(
            key,
            "gap" if key in late else _stands(key, number < last, stopped, found[key]),
            found[key],
            late.get(key),
        )
        for number, key in enumerate(HOPS)
    )


def _stands(key: HopKey, passed: bool, stopped: bool, facts: tuple[Fact, ...]) -> Stands:
    if facts:
        return "on_record"
    if key in SELDOM and not (stopped and key in OF_A_BARRIER):
        return "not_needed"
    return "gap" if passed else "not_yet"
