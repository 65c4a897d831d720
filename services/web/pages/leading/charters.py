"""The charters of all units side by side: what is in place and what is missing; what was not taken up is not missing."""

from collections.abc import Sequence

from msgspec import Struct

from projections import lineage
from projections.charters import charter
from projections.lives import Stint
from projections.standards import StandardRow
from projections.units import UnitRow
from services.web.telling.attested import Telling
from workflows.kernel.standards import Standards


class Line(Struct, frozen=True, kw_only=True):
    """One unit's; `href` is "" for who may not read it."""

    name: str
    href: str
    done: str
    gaps: str
    lapsed: str


def told(telling: Telling, house: Standards, places: Sequence[UnitRow], rows: list[Stint[StandardRow]]) -> list[Line]:
    """Of the units that are open; what those they go on from handed on stands with theirs."""
    found = []
    for unit in places:
        if unit.slug and unit.is_open:
            line = (unit.slug, *lineage.before(places, unit.slug))
            found.append(_line(telling, house, unit, [one for one in rows if one.row.unit in line]))
    return found


def _line(telling: Telling, house: Standards, unit: UnitRow, rows: list[Stint[StandardRow]]) -> Line:
    whole = charter(house, rows, unit.slug)
    href = f"/unit/{unit.slug}/charter{telling.looking.query}"
    quiet = whole.is_untouched and not unit.adopted("charter", telling.looking.day)
    done = f"{whole.count('in_place', 'set_aside')} of {len(whole.cells)}"
    return Line(
        name=unit.name,
        href=href if telling.visit.may("read.board", unit.slug) else "",
        done="not adopted" if quiet else done,
        gaps="" if quiet else str(whole.count("gap")),
        lapsed="" if quiet else str(whole.count("lapsed")),
    )
