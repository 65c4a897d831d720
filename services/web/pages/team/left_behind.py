"""What one who was the partner still answers for."""

from services.reader.views import Look
from services.web.telling.desks import headline
from services.web.visit import Visit


def left_behind(visit: Visit, look: Look, slug: str) -> list[tuple[str, str, str]]:
    """Open barriers of the unit for which somebody else answers than its partner of today: what, who, where that is changed."""
    partner = visit.names.units[slug].partner
    if partner is None or not visit.may("barrier.entrust", slug):
        return []
    found = [one for one in look.barriers(unit=slug) if one.row.obstacle.answerable not in (None, partner)]
    words = visit.open(one.row.title for one in found)
    return [
        (
            headline(words.of(one.row.title)),
            visit.names.of(one.row.obstacle.answerable),
            f"/do/barrier/entrust?to={one.stream}&answerable={partner}&next=/unit/{slug}/team",
        )
        for one in found
    ]
