"""Who stands in for a role, from one day to another. It ends by itself: whoever asks hands in the day."""

from collections.abc import Iterable

from msgspec import Struct

from workflows.kernel.moments import Day


class Deputy(Struct, frozen=True):
    """`person` in the place of whoever holds `role`, both days included; never counted as holding it."""

    person: str
    role: str
    since: Day
    until: Day

    def stands_in(self, day: Day) -> bool:
        return self.since <= day <= self.until


def also(deputies: Iterable[Deputy], new: Deputy) -> tuple[Deputy, ...]:
    """With a new one; what the same person was told of the same role before no longer counts."""
    return (*less(deputies, new.person, new.role), new)


def less(deputies: Iterable[Deputy], person: str, role: str) -> tuple[Deputy, ...]:
    return tuple(one for one in deputies if (one.person, one.role) != (person, role))
