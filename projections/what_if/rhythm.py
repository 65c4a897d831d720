"""The rhythm that was in force, and what is tried in its place. Whatever is not tried counts as it did then: each act is judged
by the terms under which it was done."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from workflows.kernel.grammar import Fact
from workflows.kernel.moments import Day, day_after
from workflows.kernel.terms import Terms

Stretch = tuple[Day, Day, Terms]
"""From a day to a day, both among them, and the terms in force as each of them began."""


class Adopted(Struct, frozen=True):
    """In force since the fact at `seq`, on `day`."""

    seq: int
    day: Day
    terms: Terms


class Rhythm(Struct, frozen=True):
    """The terms of every time: `first` until any were adopted, then each of `adopted`, oldest first."""

    first: Terms
    adopted: tuple[Adopted, ...] = ()

    def of(self, fact: Fact) -> Terms:
        """Under which it was decided."""
        return next((one.terms for one in self.adopted if one.seq == fact.head.terms), self.first)

    def on(self, day: Day) -> Terms:
        """As that day began."""
        return next((one.terms for one in reversed(self.adopted) if one.day < day), self.first)

    def stretches(self, first: Day, last: Day) -> Iterator[Stretch]:
        """The days from `first` to `last`, cut wherever other terms came into force."""
        for one in self.adopted:
            if first <= one.day < last:
                yield first, one.day, self.on(first)
                first = day_after(one.day, 1)
        if first <= last:
            yield first, last, self.on(first)


class Supposed(Struct, frozen=True, kw_only=True):
    """Terms by name, `tried` in the hospital and in each of its units; `first_promise`: what counts is the day promised first,
    however often it was moved."""

    tried: Mapping[str, Any] = {}
    first_promise: bool = False

    def over(self, terms: Terms) -> Terms:
        """Those terms, with what is tried in their place."""
        units = {slug: {name: own[name] for name in own if name not in self.tried} for slug, own in terms.units.items()}
        return replace(terms, units=units, **self.tried) if self.tried else terms
