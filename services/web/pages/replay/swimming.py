"""Swimlanes of a unit: when each holder had something of what stood on the board that day, up to then."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from projections.accountability import Holding
from projections.lives import Stint
from services.reader.answers import Board
from services.reader.views import Look
from services.web.pages.replay.at_stop import AtStop
from services.web.pictures import Bar
from services.web.telling import held_lanes

LANES = 8
"""Holders that are drawn: those who had something the longest."""
HEAD = ("Holder", "What for", "From", "To", "Days")


class Swum(Struct, frozen=True):
    """The picture and its table; `more` holders are left out."""

    picture: Markup
    rows: tuple[tuple[str, ...], ...]
    more: int


def swum(at: AtStop, look: Look, board: Board) -> Swum | None:
    """None where nobody had anything."""
    looking = at.stop.shown
    found = _lanes(_bars(at, look, board))
    if not found:
        return None
    longest = sorted(found, key=lambda lane: -sum(bar.length(looking.until) for bar in found[lane]))
    drawn = [bar for lane in longest[:LANES] for bar in found[lane]]
    return Swum(
        held_lanes.drawn(drawn, looking, at.zone),
        held_lanes.table(drawn, looking, at.zone),
        max(len(found) - LANES, 0),
    )


def _bars(at: AtStop, look: Look, board: Board) -> Iterator[Bar]:
    """Issue by issue: while one waits for its barrier, another one of the same holder does not."""
    each = [(line.issue.stream, *line.issue.row.matter.barriers) for line in (*board.open, *board.done)]
    held: dict[str, list[Stint[Holding]]] = defaultdict(list)
    for stint in look.held({stream for streams in each for stream in streams}):
        held[stint.stream].append(stint)
    for streams in each:
        yield from held_lanes.bars([stint for stream in streams for stint in held[stream]], at.visit.names)


def _lanes(bars: Iterable[Bar]) -> dict[str, list[Bar]]:
    """By holder; what one had at the same time, or without a break, is one bar."""
    found: dict[str, list[Bar]] = defaultdict(list)
    for bar in sorted(bars, key=lambda one: one.began):
        lane = found[bar.lane]
        before = next((one for one in reversed(lane) if one.kind == bar.kind), None)
        if before is None or (before.ended is not None and before.ended < bar.began):
            lane.append(replace(bar, label=_label(bar)))
        else:
            lane[lane.index(before)] = replace(before, ended=_later(before.ended, bar.ended))
    return dict(found)


def _label(bar: Bar) -> str:
    return f"Waiting on {bar.lane}" if bar.kind == "waits" else f"{bar.lane}, something of it"


def _later(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else max(one, other)
