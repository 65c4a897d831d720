"""What was brought up before rounds, to be spoken of there: in nobody's name, what still waits to enter among it."""

from collections.abc import Iterable

from msgspec import Struct

from projections.heard_on_rounds import HeardRow
from projections.lives import Stint
from services.clerk import meanwhile
from services.web.telling.desks import headline
from services.web.visit import Visit
from workflows.kernel.grammar import Ref


class Brought(Struct, frozen=True):
    """One thing to speak of."""

    words: str
    href: str


def brought(visit: Visit, stream: str, heard: Iterable[Stint[HeardRow]]) -> tuple[Brought, ...]:
    """For the rounds at `stream`; `heard` is all that belongs to them. What its reader may not read is not there."""
    found = [(one.stream, one.row.title) for one in heard if one.row.noun == "concern" and one.row.before]
    found += _waiting(visit, stream)
    unit = visit.unit_of(stream)
    shown = [(one, title) for one, title in found if visit.may("read.issue", unit, one)]
    words = visit.open(title for _, title in shown)
    return tuple(Brought(headline(words.of(title)), f"/voice/{one}") for one, title in shown)


def _waiting(visit: Visit, stream: str) -> list[tuple[str, Ref]]:
    voices = (meanwhile.voice(item) for item in visit.house.rights.waiting(visit.actor))
    return [(one.stream, one.row.title) for one in voices if one and one.row.voice.rounds == stream]
