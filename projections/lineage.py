"""Which units does a unit go on from, and what of theirs stands with it? The one place that says so: pages, API and terminal,
rights and figures all ask here. Reckoned from how all units stand, of whichever day that is; nothing is stored.

What stands with it is `HANDED_ON`, by read model: work and what came of it. It is on the board, in the log, in the figures and
on the desks of the unit that goes on, as its own: somebody must still answer, remove the barrier, keep the promise, fill the
gap of the charter. The rest stays with the unit it was of. What its people were asked, what they promised themselves and with
whom they met is shown beside, under that unit's name, and never counted with the other's: those who answered were other people.
And what a unit has one of, its pace or its panel, ends with it; so do the chairs of its team, its staff and its practices.
"""

from collections.abc import Iterable, Mapping, Sequence

from projections.units import UnitRow
from workflows.unit.state import Succession

HANDED_ON = frozenset(
    {
        "accountability",
        "answers",
        "barriers",
        "climbed",
        "decisions",
        "durations",
        "grievances",
        "heard_on_rounds",
        "learnings",
        "measures",
        "monthly",
        "promises",
        "rounds",
        "solved",
        "standards",
        "tracking_log",
        "voiced",
        "waivers",
        "worked",
    }
)


def went_into(rows: Iterable[UnitRow], slug: str) -> tuple[UnitRow, ...]:
    """The units that were merged into it, or that it is a part of, the first one first."""
    found = [one for one in rows if one.succession is not None and slug in one.succession.into]
    return tuple(sorted(found, key=lambda one: one.succession.since if one.succession else ""))


def before(rows: Iterable[UnitRow], slug: str) -> tuple[str, ...]:
    """The slugs of all those, and of what these went on from in their turn."""
    return lineages({one.slug: one.succession for one in rows if one.succession}).get(slug, ())


def lineages(went: Mapping[str, Succession]) -> dict[str, tuple[str, ...]]:
    """Of each unit that goes on from any: which ones, those that went on latest first. `went` says of each unit that went on
    as which."""
    latest = sorted(went, key=lambda slug: went[slug].since, reverse=True)
    return {slug: _back(went, latest, slug) for slug in {one for gone in went.values() for one in gone.into}}


def _back(went: Mapping[str, Succession], latest: Sequence[str], slug: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    todo = [slug]
    while todo:
        here = todo.pop(0)
        steps = [one for one in latest if here in went[one].into and one not in found and one != slug]
        found.update(dict.fromkeys(steps))
        todo += steps
    return tuple(found)
