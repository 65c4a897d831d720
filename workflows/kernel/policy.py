"""How a policy presents itself: whenever this fact, or whenever this day, then these commands are wished for."""

from collections.abc import Callable, Iterator
from types import UnionType
from typing import Any, Protocol

from msgspec import Struct

from workflows.kernel.grammar import Fact
from workflows.kernel.moments import Day
from workflows.kernel.noun import Wish
from workflows.kernel.terms import Terms


class Seen(Protocol):
    """What a policy may look at: every stream as it stood when the fact had just happened."""

    def state(self, stream: str) -> Any:
        """The state of a stream; `Nothing` where it has no facts."""


Due = tuple[Wish, str]
"""A wish of the clock and its step `<stream>|<owes>|<due>|<step>`: the same day ticked twice asks for nothing twice."""


class Policy(Struct, frozen=True, kw_only=True):
    """`react` follows facts; `tick` looks at one stream on one day, under the terms of its unit. `wakes` says of a state the
    soonest day on which `tick` could wish for anything, whatever the terms (None: never, as it stands). Both are shown only
    states that are `timed`. All are pure."""

    name: str
    react: Callable[[Fact, Seen], tuple[Wish, ...]] | None = None
    tick: Callable[[Day, str, Any, Terms], Iterator[Due]] | None = None
    wakes: Callable[[Any], Day | None] | None = None
    timed: type | UnionType | None = None
