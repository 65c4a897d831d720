"""Which unit a name in a sheet means."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from services.tracking_sheet.spelling import plain
from services.tracking_sheet.vocabulary import UnitNames


def unit_aliases(units: Mapping[str, str], names: UnitNames) -> dict[str, str]:
    """{`plain` alias: slug} from any names known for the units of a hospital: to them are added the usual other names,
    but none that could mean two units."""
    own = {plain(name): slug for name, slug in units.items()}
    claims = defaultdict[str, set[str]](set)
    for name, slug in own.items():
        for alias in _usual(name, names):
            claims[alias].add(slug)
    return {alias: slug for alias, (slug, *others) in claims.items() if not others} | own


def _usual(name: str, names: UnitNames) -> Iterator[str]:
    """Emergency is ED and Emergency Dept; 4 West is 4W."""
    for group in names.groups:
        if name in group:
            yield from group
    *first, last = name.split() or [""]
    if first and last in names.short:
        yield from (" ".join(first) + names.short[last], " ".join((*first, names.short[last])))
