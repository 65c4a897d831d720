"""What can be asked."""

from collections.abc import Iterable

from msgspec import Struct

from assessments.instrument import lacking, published


class Offer(Struct, frozen=True):
    """One version, to the word, and whether it asks about disrespect or harm."""

    instrument: str
    version: int
    digest: str
    respect: bool


def offered(own: Iterable[Offer]) -> dict[str, Offer]:
    """By name, the newest version of each: what came with the house and lacks nothing, and what the hospital published."""
    ours = (
        Offer(one.id, one.version, one.digest, any(item.respect for item in one.items))
        for one in published().values()
        if not lacking(one)
    )
    return {one.instrument: one for one in sorted((*ours, *own), key=lambda one: one.version)}
