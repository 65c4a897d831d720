"""What leaders commit to, understand and spread, in numbers."""

from msgspec import Struct

from projections.leading import Share, Way


class Pledged(Struct, frozen=True):
    """How many gave their word: of those who lead by position, and of those others follow without a title."""

    formal: Share
    informal: Share


class Topic(Struct, frozen=True):
    """Of everybody who leads so many understand this."""

    item: str
    share: Share


class WayShown(Struct, frozen=True, kw_only=True):
    """A safe way of working: its kind, for whom it makes care safe, and the units that took it up."""

    id: str
    kind: str
    whom: str
    units: tuple[str, ...]


def way(one: Way) -> WayShown:
    return WayShown(id=one.entry.stream, kind=one.kind, whom=one.whom, units=one.adopted())
