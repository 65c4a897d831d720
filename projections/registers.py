"""How does a register stand: what of it is in place, and what does that come to? Reckoned from the hospital's standards, of
whichever day they are; nothing is stored."""

from collections.abc import Iterable

from msgspec import Struct

from assessments.scoring import all_or_nothing
from projections.charters import Cell, cells
from projections.lives import Stint
from projections.standards import StandardRow
from workflows.kernel.standards import Register, Standards


class Group(Struct, frozen=True):
    """A domain of a register, or all of a checklist."""

    title: str
    cells: tuple[Cell, ...]

    @property
    def in_place(self) -> tuple[bool, ...]:
        """Of each of its items; one that was set aside is not attested."""
        return tuple(cell.state == "in_place" for cell in self.cells)


class Registered(Struct, frozen=True):
    register: Register
    groups: tuple[Group, ...]

    @property
    def done(self) -> int:
        return sum(sum(group.in_place) for group in self.groups)

    @property
    def of(self) -> int:
        return sum(len(group.cells) for group in self.groups)

    @property
    def points(self) -> int | None:
        """None where each item counts by itself."""
        if self.register.rolls_up == "each":
            return None
        return all_or_nothing(group.in_place for group in self.groups)


class Counted(Struct, frozen=True):
    """What a certification number comes to: the lowest of its facilities, each with its title."""

    number: str
    at: tuple[tuple[str, Registered], ...]

    @property
    def points(self) -> int:
        return min(whole.points or 0 for _, whole in self.at)


def by_number(standards: Standards, register: Register, rows: Iterable[Stint[StandardRow]]) -> tuple[Counted, ...]:
    """Number by number, as the facilities are named; none where the register has no such rule. `rows` are the hospital's."""
    if not register.lowest:
        return ()
    known = tuple(rows)
    found: dict[str, list[tuple[str, Registered]]] = {}
    for one in standards.facilities.values():
        there = (row for row in known if row.row.item not in one.without)
        found.setdefault(one.number, []).append((one.title, registered(standards, register, there)))
    return tuple(Counted(number, tuple(at)) for number, at in found.items())


def registered(standards: Standards, register: Register, rows: Iterable[Stint[StandardRow]]) -> Registered:
    """`rows` are the hospital's."""
    known = tuple(rows)
    return Registered(
        register,
        tuple(
            Group(standards.groups[group], cells(standards, known, (group,), "hospital")) for group in register.groups
        ),
    )
