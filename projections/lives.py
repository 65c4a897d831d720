"""How rows live. A projection folds the scenes of one stream into rows; every row lasts for a stint of happened time.

Two times, never mixed: a stint says what *was* so from `began` to `ended`; the reader keeps with it from which fact to which
fact it was *known*. A stream's rows depend on that stream alone, so a late entry touches nothing else.
"""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, Generic, TypeVar

from msgspec import Struct

from workflows.kernel.ball import Ball
from workflows.kernel.grammar import Compartment, Fact
from workflows.kernel.moments import Moment
from workflows.kernel.noun import Noun


class Row(Struct, frozen=True):
    """What one question is answered with. Holds ids, days, numbers and references; never clear text."""


NUMBERED = 20
"""Bits of a life's number below the position of the fact it was born with."""

R = TypeVar("R", bound=Row)


class Stint(Struct, Generic[R], frozen=True):
    """A row from `began` until `ended` (happened, µs UTC; None = it is so now). `begun_by` and `ended_by` are the positions
    of the facts that made it so; `name` tells apart the rows that one stream has at the same time.

    `life` = (position of the fact since which it is known) · 2²⁰ + n: the same whenever it is told."""

    life: int
    stream: str
    name: str
    row: R
    began: Moment
    ended: Moment | None
    begun_by: int
    ended_by: int | None

    @property
    def born(self) -> int:
        return self.life >> NUMBERED

    def covers(self, moment: Moment) -> bool:
        return self.began <= moment and (self.ended is None or moment < self.ended)

    def until(self, moment: Moment, seq: int) -> "Stint[R]":
        """The same, ended at `moment` by the fact at `seq`."""
        return Stint(self.life, self.stream, self.name, self.row, self.began, moment, self.begun_by, seq)

    def tells(self, other: "Stint[Any]") -> bool:
        """Whether both say the same, since whenever each is known."""
        return (
            self.began == other.began
            and self.ended == other.ended
            and self.begun_by == other.begun_by
            and self.ended_by == other.ended_by
            and self.name == other.name
            and self.row == other.row
        )


class Scene(Struct, frozen=True):
    """A stream right after one of its facts. `number` is the position of its first fact, `moment` when this one took
    place, as far as the order of the stream's own facts lets it."""

    stream: str
    number: int
    fact: Fact
    moment: Moment
    state: Any
    balls: tuple[Ball, ...]


Was = dict[str, Stint[Any]]
"""The rows of one stream that were so until now, by name."""


class Projection(Struct, frozen=True, kw_only=True, dict=True):
    """One question. `fold(was, scene)` returns all rows of the stream that are so from now on, by name: one it leaves out
    has ended. The same scene shown twice changes nothing. `nouns` are those it looks at (None = all), in its own
    `compartment` and no other; `filters` are the groups of fields by which rows are asked for, besides the stream; by those
    of `counted` rows are only counted, once found by a group. `followed`: of the first group it is asked, too, when rows began,
    whether they have ended or not."""

    name: str
    row: type[Row]
    fold: Callable[[Was, Scene], Mapping[str, Row]]
    nouns: frozenset[str] | None = None
    filters: tuple[tuple[str, ...], ...] = ()
    counted: tuple[str, ...] = ()
    followed: bool = False
    compartment: Compartment = "open"

    def concerns(self, noun: str, compartment: Compartment = "open") -> bool:
        return compartment == self.compartment and (self.nouns is None or noun in self.nouns)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """What must be found without opening a row: fields or properties of it, texts."""
        return tuple(dict.fromkeys(field for group in (*self.filters, self.counted) for field in group))


def since(was: Was, state: str, scene: Scene) -> Moment:
    """Since when the one row of a stream has stood in `state`: its rows have fields `state` and `since`."""
    before = was.get("")
    return before.row.since if before is not None and before.row.state == state else scene.moment


class Cast(Struct, frozen=True):
    """What plays in one kind of stream: its noun and the projections that look at it."""

    noun: Noun
    projections: tuple[Projection, ...]

    def scene(self, state: Any, fact: Fact, number: int, moment: Moment) -> Scene:
        """What is to be seen after `fact` was added to `state`."""
        after = self.noun.evolve(state, fact)
        return Scene(fact.stream, number, fact, moment, after, self.noun.balls(after))
