"""The charter of a unit's project: part by part, and how the two kinds of work are balanced."""

from collections.abc import Iterable

from msgspec import Struct

from projections.charters import Cell, CellState, Charter
from projections.promises import PromiseRow
from projections.units import UnitRow
from services.api.shapes.words import Date, Instant, instant
from workflows.kernel.standards import Work


class PartOfCharter(Struct, frozen=True, kw_only=True):
    """`id` is where it stands (null: nobody has spoken of it); of an item that has several, `entries` are their ids. `owner`
    sees to a gap, or renews it, by `due`."""

    item: str
    group: str
    title: str
    work: Work | None
    state: CellState
    id: str | None
    entries: tuple[str, ...]
    owner: str | None
    due: Date | None


class Balance(Struct, frozen=True):
    """Of this kind of work so much is done, of all there is."""

    work: Work
    done: int
    of: int


class Committed(Struct, frozen=True):
    """At least so many of the unit's cards say that their holder is in, of all that were dealt, when they were counted."""

    at_least: int
    of: int
    counted: Instant


def committed(unit: UnitRow | None) -> Committed | None:
    counted = unit.committed if unit else None
    return Committed(counted.at_least, counted.of, instant(counted.counted)) if counted else None


def part(cell: Cell) -> PartOfCharter:
    row = cell.row.row if cell.row else None
    return PartOfCharter(
        item=cell.key,
        group=cell.item.group,
        title=cell.item.title,
        work=cell.item.work,
        state=cell.state,
        id=cell.row.stream if cell.row else None,
        entries=tuple(one.stream for one in cell.entries),
        owner=row.owner if row else None,
        due=row.due if row else None,
    )


def balance(work: Work, whole: Charter, promised: Iterable[PromiseRow]) -> Balance:
    done, of = whole.with_steps(work, promised)
    return Balance(work, done, of)
