"""Who worked in a unit that goes on here and has no place yet: until they are given one they read no board any more."""

from projections.units import UnitRow
from services.reader.views import Look
from services.web.visit import Visit
from workflows.kernel.roles import TEAM


def left_out(visit: Visit, look: Look, slug: str) -> list[tuple[str, str, str, str]]:
    """Of each, who, as what, in which unit, and where they are given the same here; for those who may."""
    if not look.before or not visit.may("unit.appoint", slug):
        return []
    rows = {row.slug: row for row in look.places()}
    return [
        (visit.names.of(person), visit.names.role(role), rows[unit].name, _appointing(visit, slug, person, role))
        for unit in look.before
        for person, role in _without_place(rows, unit)
    ]


def _without_place(rows: dict[str, UnitRow], unit: str) -> list[tuple[str, str]]:
    """Whoever has a role in any of the units it goes on as has found one."""
    gone = rows[unit].succession
    into = [rows[one] for one in (gone.into if gone else ()) if one in rows]
    placed = {held.person for row in into for held in row.roles}
    return [(held.person, held.role) for held in rows[unit].roles if held.role in TEAM and held.person not in placed]


def _appointing(visit: Visit, slug: str, person: str, role: str) -> str:
    said = f"person={person}&role={role}&since={visit.today}"
    return f"/do/unit/appoint?to=unit-{slug}&{said}&next=/unit/{slug}/team"
