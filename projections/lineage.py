"""Which units does a unit go on from? Reckoned from the rows of all units, of whichever day they are; nothing is stored."""

from collections.abc import Iterable

from projections.units import UnitRow


def went_into(rows: Iterable[UnitRow], slug: str) -> tuple[UnitRow, ...]:
    """The units that were merged into it, or that it is a part of, the first one first."""
    found = [one for one in rows if one.succession is not None and slug in one.succession.into]
    return tuple(sorted(found, key=lambda one: one.succession.since if one.succession else ""))


def before(rows: Iterable[UnitRow], slug: str) -> tuple[str, ...]:
    """The slugs of all those, and of what these went on from in their turn."""
    every = tuple(rows)
    found: dict[str, None] = {}
    todo = [slug]
    while todo:
        for one in went_into(every, todo.pop()):
            if one.slug not in found and one.slug != slug:
                found[one.slug] = None
                todo.append(one.slug)
    return tuple(found)
