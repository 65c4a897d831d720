"""Which unit a name in a sheet means."""

from collections import Counter
from collections.abc import Iterator, Mapping

from services.tracking_sheet.spelling import plain
from services.tracking_sheet.vocabulary import UnitNames


def unit_aliases(units: Mapping[str, str], names: UnitNames) -> dict[str, str]:
    """Every name known for the units of a hospital → slug, from {slug: display name}; what could mean two is left out."""
    claims = Counter[str]()
    aliases: dict[str, str] = {}
    for slug, display in units.items():
        known = set(_known_as({plain(slug), plain(display)}, names))
        claims.update(known)
        aliases.update(dict.fromkeys(known, slug))
    own = {plain(name): slug for slug, display in units.items() for name in (display, slug)}
    return {alias: slug for alias, slug in aliases.items() if claims[alias] == 1} | own


def _known_as(own: set[str], names: UnitNames) -> Iterator[str]:
    yield from own
    for group in names.groups:
        if own & group:
            yield from group
    for name in own:
        *first, last = name.split() or [""]
        if first and last in names.short:
            yield from (" ".join(first) + names.short[last], " ".join((*first, names.short[last])))
