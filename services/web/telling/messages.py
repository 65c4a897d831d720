"""What leaders told whoever reads, as pages show it: what waits for their "I read it", and what was understood."""

from collections.abc import Collection, Iterable

from msgspec import Struct

from projections.lives import Stint
from projections.messages import MessageRow
from projections.units import HOSPITAL
from services.reader.views import Look
from services.web.phrases import choice
from services.web.telling.stories import signed
from services.web.visit import Visit, Words
from services.web.when import When
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import DAY
from workflows.message.commands import ReadBack

FRESH = 31 * DAY
"""µs for which a message asks to be read back; afterwards it is found where messages stand."""
MOST = 3


class Unread(Struct, frozen=True, kw_only=True):
    """A message that waits for the reader. It is read back once, however often the button is pressed."""

    stream: str
    topic: str
    words: str
    whose: str


def unread(visit: Visit, look: Look, units: Collection[str], looking: When) -> list[Stint[MessageRow]]:
    """What was told to these units, or to everybody, and the reader has not read back yet; never on a past day."""
    if looking.past:
        return []
    told = look.messages([*units, HOSPITAL])
    new = (one for one in told if one.row.state == "sent" and one.row.note.sent > visit.now - FRESH)
    mine = (one for one in new if is_asked(visit, one))
    return [one for one, _ in zip(mine, range(MOST), strict=False)]


def is_asked(visit: Visit, one: Stint[MessageRow]) -> bool:
    """Whether the reader may still read it back."""
    note = one.row.note
    may = note.sender != visit.person and visit.may(ReadBack.VERB, note.unit, one.stream)
    return may and not visit.house.reception.has_said(visit.actor, ReadBack, one.stream)


def refs(found: Iterable[Stint[MessageRow]]) -> list[Ref]:
    return [one.row.note.words for one in found]


def told(visit: Visit, found: Iterable[Stint[MessageRow]], words: Words, looking: When) -> list[Unread]:
    return [
        Unread(
            stream=one.stream,
            topic=choice(one.row.note.topic, "topic"),
            words=words.of(one.row.note.words),
            whose=signed(visit, one.row.note.sender, one.row.note.sent, looking),
        )
        for one in found
    ]
