"""The picture of accountability and the same as a table: lanes of who held the ball of an issue or a barrier.

While a barrier is open the ball of the issue lies with the barrier, so the owner's lane is drawn only where none was.
"""

from collections.abc import Iterable, Sequence
from zoneinfo import ZoneInfo

from markupsafe import Markup

from projections.accountability import Holding
from projections.lives import Stint
from services import clock
from services.web.pictures import Bar, lanes
from services.web.when import When
from services.wording import time_words
from services.wording.names import Names
from workflows.kernel.moments import DAY, Moment

SHORTEST = DAY // 24
"""What passed through somebody's hands within the hour, as when a barrier is logged with its issue, is left out."""

DOES = {
    "resolve": "to resolve it",
    "accept": "to say yes or no",
    "remove": "to remove the barrier",
    "verify": "to check the removal",
    "review": "to look at the risk again",
    "reason": "to give the reason",
}


def bars(held: Iterable[Stint[Holding]], names: Names) -> tuple[Bar, ...]:
    """One bar for each time somebody had it without a break; what lasted less than an hour is left out."""
    shown = [stint for stint in held if stint.row.owes in DOES]
    barriers = [stint for stint in shown if stint.row.noun == "barrier"]
    pieces = [*map(_piece, barriers)]
    for stint in shown:
        if stint.row.noun != "barrier":
            pieces += _apart(_piece(stint), barriers)
    joined = _joined(sorted(pieces, key=lambda one: one[2]))
    return tuple(_bar(piece, names) for piece in joined if piece[3] is None or piece[3] - piece[2] >= SHORTEST)


Piece = tuple[str, bool, Moment, Moment | None, str]
"""Holder, whether somebody waits on them, began, ended, what they owe."""


def _piece(stint: Stint[Holding]) -> Piece:
    row = stint.row
    return (row.waiting_on or row.holder, row.waiting_on is not None, stint.began, stint.ended, row.owes)


def _apart(piece: Piece, others: Sequence[Stint[Holding]]) -> list[Piece]:
    """What is left of a piece outside the others' time."""
    holder, waits, began, ended, owes = piece
    left: list[Piece] = []
    for other in sorted(others, key=lambda one: one.began):
        if other.began > began and (ended is None or began < ended):
            left.append((holder, waits, began, other.began if ended is None else min(other.began, ended), owes))
        if other.ended is None:
            return left
        began = max(began, other.ended)
    return [*left, (holder, waits, began, ended, owes)] if ended is None or began < ended else left


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Pieces that run on with the same holder are one."""
    joined: list[Piece] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        if before and before[:2] == piece[:2] and before[3] is not None and before[3] >= piece[2]:
            joined[-1] = (*before[:3], piece[3], piece[4])
        else:
            joined.append(piece)
    return joined


def _bar(piece: Piece, names: Names) -> Bar:
    holder, waits, began, ended, owes = piece
    lane = names.of(holder)
    label = f"Waiting on {lane}" if waits else f"{lane}, {DOES[owes]}"
    return Bar(lane, "waits" if waits else "holds", began, ended, label)


def drawn(found: Sequence[Bar], looking: When, zone: str) -> Markup:
    """The lanes, from the first bar to a little after the moment looked at."""
    start = min((bar.began for bar in found), default=looking.until)
    room = max((looking.until - start) // 12, 3 * DAY)
    return lanes(found, start=start - room // 3, end=looking.until + room, today=looking.until, zone=ZoneInfo(zone))


def table(found: Sequence[Bar], looking: When, zone: str) -> tuple[tuple[str, ...], ...]:
    """Holder, how, from, to, days."""

    def day(moment: Moment) -> str:
        return time_words.short(clock.day_of(moment, zone), looking.day)

    return tuple(
        (
            bar.lane,
            "waited on" if bar.kind == "waits" else bar.label.partition(", ")[2],
            day(bar.began),
            day(bar.ended) if bar.ended is not None else "still",
            str(bar.length(looking.until)),
        )
        for bar in found
    )


def caption(found: Sequence[Bar], looking: When) -> str:
    """Who had it longest, in a sentence."""
    if not found:
        return "Nobody has held this yet."
    by_lane: dict[str, int] = {}
    for bar in found:
        by_lane[bar.lane] = by_lane.get(bar.lane, 0) + bar.length(looking.until)
    longest = max(by_lane, key=lambda lane: by_lane[lane])
    handed = len(found) - 1
    hands = "never changed hands" if not handed else f"changed hands {time_words.times(handed)}"
    return f"Longest with {longest}: {time_words.number_of(by_lane[longest], 'day')} in all. It {hands}."
