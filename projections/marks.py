"""What happened in a place that its measures may answer to: rounds held, barriers removed, changes decided on, Plan B set in
motion, the unit itself renamed, merged or split. Reckoned from rows, of whichever day they are; nothing is stored."""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from msgspec import Struct

from projections.barriers import BarrierRow
from projections.decisions import DecisionRow
from projections.lives import Stint
from projections.rounds import RoundsRow
from projections.standards import StandardRow
from projections.units import UnitRow
from workflows.kernel.moments import Day, Moment

Kind = Literal["rounds", "barrier", "change", "unit"]
DayOf = Callable[[Moment], Day]
"""The day of a moment in the hospital's zone."""


class Mark(Struct, frozen=True):
    """It was so on that day; `stream` tells more."""

    day: Day
    kind: Kind
    stream: str


class Happened(Struct, frozen=True, kw_only=True):
    """The rows that marks are made of; `places` are the unit and those it goes on from."""

    rounds: Iterable[Stint[RoundsRow]]
    barriers: Iterable[Stint[BarrierRow]]
    decisions: Iterable[Stint[DecisionRow]]
    standards: Iterable[Stint[StandardRow]]
    places: Iterable[UnitRow]


def marks(of: Happened, day_of: DayOf) -> tuple[Mark, ...]:
    """By day."""
    found = [
        *_rounds(of.rounds),
        *(Mark(day_of(one.row.since), "barrier", one.stream) for one in of.barriers if one.row.state == "removed"),
        *_changes(of.decisions, of.standards, day_of),
        *_succession(of.places, day_of),
    ]
    return tuple(sorted(found, key=lambda one: (one.day, one.stream)))


def _rounds(rounds: Iterable[Stint[RoundsRow]]) -> Iterator[Mark]:
    for one in rounds:
        if one.row.state in ("held", "summarised"):
            yield Mark(one.row.visit.day, "rounds", one.stream)


def _changes(
    decisions: Iterable[Stint[DecisionRow]], standards: Iterable[Stint[StandardRow]], day_of: DayOf
) -> Iterator[Mark]:
    for one in decisions:
        if one.row.ruling is not None and one.row.ruling.outcome != "rejected":
            yield Mark(day_of(one.row.ruling.made), "change", one.stream)
    for standard in standards:
        if standard.row.standard.activated is not None:
            yield Mark(day_of(standard.row.standard.activated), "change", standard.stream)


def _succession(places: Iterable[UnitRow], day_of: DayOf) -> Iterator[Mark]:
    for one in places:
        stream = f"unit-{one.slug}"
        yield from (Mark(day_of(called.until), "unit", stream) for called in one.called)
        if one.succession is not None:
            yield Mark(one.succession.since, "unit", stream)
