"""What waits in the intake, as the rows the views will give once it is in the ledger; set among those they give today.

Rows of what waits as a whole go by its waiting id, those of a stream on which somebody acts anonymously by their stream.
"""

from collections.abc import Collection, Iterable
from itertools import chain
from typing import Any

from msgspec.structs import replace

from projections import accountability, answers, respect
from projections.accountability import Holding
from projections.answers import Shelf, VoiceRow
from projections.lives import R, Scene, Stint
from projections.respect import RespectRow
from services.clerk.stand_ins import Item
from services.reader.answers import Board, Owing
from services.reader.views import UNFINISHED
from workflows import lexicon
from workflows.kernel.ids import noun_of

_BEYOND = "9999"
"""After every day there is."""


def voice(item: Item) -> Stint[Any] | None:
    """The row of a concern; None for what is none."""
    if noun_of(item.stream) != "concern":
        return None
    row = answers.fold({}, _scene(item))[""]
    assert isinstance(row, VoiceRow)
    return _stint(item, "", replace(row, since=item.state.since))


def incident(item: Item) -> Stint[RespectRow] | None:
    """The row of a respect incident; None for what is none."""
    rows = respect.fold({}, _scene(item)) if noun_of(item.stream) == "respect" else {}
    return next((_stint(item, "", row) for row in rows.values() if isinstance(row, RespectRow)), None)


def held(item: Item) -> tuple[Stint[Holding], ...]:
    """Who owes what around it; what is restricted is on no desk but its own place."""
    if lexicon.compartment_of(item.stream) != "open":
        return ()
    rows = accountability.fold({}, _scene(item))
    return tuple(_stint(item, name, row) for name, row in rows.items() if isinstance(row, Holding))


def on_board(board: Board, unit: str, items: Iterable[Item]) -> Board:
    """The unit's page with what waits: rows it has already stand as they do now, the others are added."""
    here = [one for item in items if (one := voice(item)) and one.row.unit == unit]
    before = {stint.stream: stint.row.state for stint in board.voices}
    counts: dict[Shelf, int] = dict(board.counts)
    for one in here:
        counts[one.row.state] += 1
        if was := before.get(one.stream):
            counts[was] -= 1
    names = {one.stream for one in here}
    kept = [stint for stint in board.voices if stint.stream not in names]
    return replace(board, voices=(*kept, *(one for one in here if one.row.state in UNFINISHED)), counts=counts)


def on_desk(owing: Iterable[Owing], holders: Collection[str], items: Collection[Item]) -> tuple[Owing, ...]:
    """What these holders owe, with what waits."""
    names = {item.id for item in items}
    kept = [one for one in owing if one.held.stream not in names]
    added = [Owing(one, voice(item)) for item in items for one in held(item) if one.row.holder in holders]
    return tuple(sorted(chain(kept, added), key=lambda one: one.held.row.due or _BEYOND))


def _scene(item: Item) -> Scene:
    last = item.facts[-1]
    balls = lexicon.BALLS[noun_of(item.stream)](item.state)
    return Scene(item.stream, item.facts[0].seq, last, last.happened, item.state, balls)


def _stint(item: Item, name: str, row: R) -> Stint[R]:
    last = item.facts[-1]
    return Stint(0, item.id, name, row, last.happened, None, last.seq, None)
