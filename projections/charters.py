"""How complete is a charter: what is in place, what is missing and who sees to it? Reckoned from the rows of standards and the
items of the house, of whichever day they are; nothing is stored."""

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from projections.lives import Stint
from projections.promises import PromiseRow
from projections.standards import StandardRow, StandardState
from workflows.kernel.standards import Item, Scope, Standards, Work

CellState = StandardState | Literal["not_begun"]
GROUPS = ("charter", "structure", "material", "process", "evaluation")
"""Of the items that a project's charter is made of; what is expected to be resisted stands apart, for few."""


class Cell(Struct, frozen=True, kw_only=True):
    """An item and how it stands. `row` is its own, None where nobody has spoken of it; `entries` are those of an item that
    has several, first spoken of first, without what was withdrawn."""

    key: str
    item: Item
    state: CellState
    row: Stint[StandardRow] | None = None
    entries: tuple[Stint[StandardRow], ...] = ()

    @property
    def is_done(self) -> bool:
        """In place, or set aside with a reason."""
        return self.state in ("in_place", "set_aside")


class Charter(Struct, frozen=True):
    """The cells of a unit, in the order of the items. `handed` are gaps of units it goes on from, of items that it has said
    something of itself: somebody still sees to them."""

    cells: tuple[Cell, ...]
    handed: tuple[Stint[StandardRow], ...] = ()

    def count(self, *states: CellState) -> int:
        return sum(cell.state in states for cell in self.cells)

    @property
    def is_complete(self) -> bool:
        return all(cell.is_done for cell in self.cells)

    @property
    def is_untouched(self) -> bool:
        """Nobody has spoken of any of it."""
        return all(cell.state == "not_begun" for cell in self.cells)

    def of_group(self, group: str) -> tuple[Cell, ...]:
        return tuple(cell for cell in self.cells if cell.item.group == group)

    def balance(self, work: Work) -> tuple[int, int]:
        """How many items of this kind of work are done, of how many."""
        mine = [cell for cell in self.cells if cell.item.work == work]
        return sum(cell.is_done for cell in mine), len(mine)

    def with_steps(self, work: Work, promised: Iterable[PromiseRow]) -> tuple[int, int]:
        """The same with the steps of the plan: what was let go is no work any more."""
        done, of = self.balance(work)
        steps = [row for row in promised if row.pledge.work == work and row.state != "released"]
        return done + sum(row.state == "kept" for row in steps), of + len(steps)


def charter(standards: Standards, rows: Iterable[Stint[StandardRow]], unit: str) -> Charter:
    """Of the items that a unit attests once, or several times; what belongs to an entry is not among them. What the unit said
    itself stands before what was said in those it goes on from."""
    known = sorted(rows, key=lambda one: (one.row.unit != unit, one.row.state == "absent"))
    found = cells(standards, known, GROUPS, "unit")
    placed = {cell.row.stream for cell in found if cell.row}
    keys = {cell.key for cell in found}
    handed = (one for one in known if one.row.state == "gap" and one.row.unit != unit and one.row.item in keys)
    return Charter(found, tuple(one for one in handed if one.stream not in placed))


def cells(
    standards: Standards, rows: Iterable[Stint[StandardRow]], groups: Sequence[str], scope: Scope
) -> tuple[Cell, ...]:
    """How each item of these groups stands that is of a unit, or of the hospital, whichever these rows are of."""
    known = tuple(rows)
    keys = (key for group in groups for key in standards.of_group(group))
    items = ((key, standards.items[key]) for key in keys)
    return tuple(_cell(key, item, known) for key, item in items if item.scope == scope and item.of is None)


def _cell(key: str, item: Item, rows: Sequence[Stint[StandardRow]]) -> Cell:
    mine = [one for one in rows if one.row.item == key]
    if not item.many:
        row = next(iter(mine), None)
        return Cell(key=key, item=item, state=row.row.state if row else "not_begun", row=row)
    entries = tuple(one for one in mine if one.row.standard.said is not None and one.row.state != "absent")
    place = next((one for one in mine if one.row.standard.said is None), None)
    return Cell(key=key, item=item, state=_together(entries, place), row=place, entries=entries)


def _together(entries: Sequence[Stint[StandardRow]], place: Stint[StandardRow] | None) -> CellState:
    """Several are in place where one is; where all have lapsed they have; without any, as their gap or waiver says."""
    states = {one.row.state for one in entries}
    if "in_place" in states:
        return "in_place"
    if "lapsed" in states:
        return "lapsed"
    return place.row.state if place is not None and place.row.state in ("gap", "set_aside") else "not_begun"
