"""How many of those who lead gave their word, and how many understand what they lead by? Which safe ways of working did which
unit take up? Reckoned from the rows of units and standards, of whichever day they are; nothing is stored."""

from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct

from projections.lives import Stint
from projections.standards import StandardRow
from projections.units import UnitRow
from workflows.kernel.standards import Standards

COMMITMENT, RESPECT, WORD, TOPICS, WAY = "safety_commitment", "respect_standard", "pledge", "competency", "way"
"""The item of the chief executive, the one of respect, the one everybody gives, the group of what leaders understand, and
the item of safe ways of working."""
_GROUPS = ("commitment", "pledge", TOPICS, WAY)


def items(standards: Standards) -> tuple[str, ...]:
    """The keys of all that leaders attest."""
    return tuple(key for group in _GROUPS for key in standards.of_group(group))


class Leader(Struct, frozen=True):
    """Somebody who leads, by position (`formal`) or because others follow; in a unit, or ("") the whole hospital."""

    person: str
    unit: str
    formal: bool


class Share(Struct, frozen=True):
    """`done` of `of`."""

    done: int
    of: int

    @property
    def percent(self) -> int | None:
        """Of nothing there is no share."""
        return round(100 * self.done / self.of) if self.of else None


def leaders(units: Iterable[UnitRow], roles: Collection[str]) -> tuple[Leader, ...]:
    """Everybody once in each place: by position where they hold one of these roles there, else as recognised."""
    found: list[Leader] = []
    for row in units:
        formal = dict.fromkeys(held.person for held in row.roles if held.role in roles)
        found += [Leader(person, row.slug, formal=True) for person in formal]
        found += [Leader(one.person, row.slug, formal=False) for one in row.leaders if one.person not in formal]
    return tuple(found)


def persons(found: Iterable[Leader], *, formal: bool) -> frozenset[str]:
    """One who leads by position anywhere counts as that everywhere."""
    every = tuple(found)
    by_position = frozenset(one.person for one in every if one.formal)
    return by_position if formal else frozenset(one.person for one in every) - by_position


def given(rows: Iterable[Stint[StandardRow]], item: str) -> frozenset[str]:
    """The persons of whom this stands today."""
    mine = (one.row for one in rows if one.row.item == item and one.row.state == "in_place")
    return frozenset(row.standard.person for row in mine if row.standard.person)


def share(wanted: Collection[str], there: Collection[str]) -> Share:
    return Share(sum(person in there for person in wanted), len(wanted))


class Way(Struct, frozen=True, kw_only=True):
    """A safe way of working, its marks (its kind, for whom), and what became of it in the units that spoke of it."""

    entry: Stint[StandardRow]
    kind: str
    whom: str
    units: tuple[Stint[StandardRow], ...]

    def adopted(self) -> tuple[str, ...]:
        return tuple(one.row.unit for one in self.units if one.row.state == "in_place")


def ways(rows: Sequence[Stint[StandardRow]]) -> tuple[Way, ...]:
    """Those in force, in the order they were declared."""
    found = []
    for one in rows:
        said = one.row.standard.said
        if one.row.item == WAY and one.row.state == "in_place" and said is not None:
            kind, whom = (*said.marks, "", "")[:2]
            mine = tuple(each for each in rows if each.row.standard.of == one.stream)
            found.append(Way(entry=one, kind=kind, whom=whom, units=mine))
    return tuple(found)


def by_kind(found: Iterable[Way], units: int) -> dict[str, Share]:
    """How far ways of each kind were taken up: of every way in every unit."""
    shares: dict[str, Share] = {}
    for way in found:
        before = shares.get(way.kind, Share(0, 0))
        shares[way.kind] = Share(before.done + len(way.adopted()), before.of + units)
    return shares
