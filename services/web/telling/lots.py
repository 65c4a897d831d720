"""What stands on the board, lot by lot: pure functions from what the views answer to cards."""

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from projections.answers import VoiceRow, still_owed
from projections.lives import Stint
from services.reader.answers import Board, Counts, Line
from services.web.layout import Card
from services.web.pictures import Heard
from services.web.telling import desks
from services.web.telling.desks import Desk, headline
from services.web.visit import Words
from services.web.when import When
from services.wording import time_words
from services.wording.names import Names
from workflows.issue.state import Matter
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import DAY, Moment

SOON = 3
"""Days before its due day from which an answer stands among those owed, even while its issue is in work."""


class Lots(Struct, frozen=True, kw_only=True):
    """Cards in the order they are read."""

    owed: tuple[Card, ...]
    waiting: tuple[Card, ...]
    done: tuple[Card, ...]
    fixed: tuple[Card, ...]


class Showing(Struct, frozen=True, kw_only=True):
    """What cards are made with."""

    looking: When
    names: Names
    words: Words
    ours: Callable[[str], bool]
    unit: str
    unit_of: Mapping[str, str]
    """The units of issues that wait for the same barriers, by issue."""


def refs(board: Board) -> list[Ref]:
    """Every word the board shows."""
    issues = [line.issue.row.title for line in (*board.open, *board.done)]
    return [*issues, *(stint.row.title for stint in board.voices)]


def lots(board: Board, showing: Showing) -> Lots:
    """Each issue stands in one lot."""
    placed: dict[str, list[Placed]] = {"owed": _unlisted(board, showing), "waiting": [], "done": [], "fixed": []}
    for line in (*board.open, *board.done):
        lot = _lot(line, showing)
        placed[lot].append(_owed(line, showing) if lot == "owed" else _issue(line, showing))
    placed["done"] += _told(board, showing)
    return Lots(**{lot: _by_urgency(cards) for lot, cards in placed.items()})


Placed = tuple[int, Moment, Card]
"""Which place it was given (else one behind all that were given any), since when it lies there, and its card."""
LAST = 1_000_000


def _lot(line: Line, showing: Showing) -> str:
    if _is_pressing(line, showing):
        return "owed"
    if line.issue.row.shelf == "open":
        return "waiting"
    on_the_spot = line.issue.row.matter.source == "on_the_spot"
    return "fixed" if on_the_spot and line.issue.row.since > showing.looking.until - 7 * DAY else "done"


def narrowed(found: Lots, show: str) -> Lots:
    """Only what is mine, or what is overdue."""
    if show not in ("mine", "overdue"):
        return found

    def kept(cards: tuple[Card, ...]) -> tuple[Card, ...]:
        return tuple(card for card in cards if (card.ours if show == "mine" else card.overdue))

    return Lots(owed=kept(found.owed), waiting=kept(found.waiting), done=kept(found.done), fixed=kept(found.fixed))


def heard(counts: Counts) -> Heard:
    """Voices by how their loop ended; an answer on its way still counts as owed."""
    return Heard(
        heard=counts["heard"],
        disagreed=counts["disagreed"],
        no_reply=counts["no_reply"],
        unreachable=counts["cannot_be_reached"],
        withdrawn=counts["withdrawn"],
        owed=still_owed(counts),
    )


def _is_pressing(line: Line, showing: Showing) -> bool:
    """Somebody is to be told now: the work is done, or nobody works on it and an answer did not hold or falls due."""
    owed = _unanswered(line)
    if line.issue.row.shelf == "done":
        return bool(owed)
    if desks.of_issue(line.issue.row, line.barriers, line.owed).state != "listed":
        return False
    return any(voice.voice.disputes or _falls_due(voice, showing) for voice in owed)


def _falls_due(voice: VoiceRow, showing: Showing) -> bool:
    return voice.due is not None and time_words.left(voice.due, showing.looking.day) < SOON


def _unanswered(line: Line) -> list[VoiceRow]:
    """Voices still owed an answer or its delivery, the most urgent first."""
    owed = [stint.row for stint in line.voices if stint.row.state in ("owed", "answered")]
    return sorted(owed, key=lambda voice: voice.due or "")


def _unlisted(board: Board, showing: Showing) -> list[Placed]:
    """Voices that stand on no issue and are owed an answer or its delivery."""
    alone = [one for one in board.voices if one.row.voice.issue is None and one.row.state in ("owed", "answered")]
    return [
        _card(desks.of_voice(one.row), showing, f"/voice/{one.stream}", one.row.title, note="not listed yet")
        for one in _shown(alone)
    ]


def _owed(line: Line, showing: Showing) -> Placed:
    """An issue by its most urgent voice."""
    owed, matter = _unanswered(line), line.issue.row.matter
    desk, href = desks.of_voice(owed[0]), f"/issue/{line.issue.stream}"
    more = {"number": matter.number, "owed": len(owed), **_notes(_place(matter))}
    return _card(desk, showing, href, matter.title, rank=matter.rank, **more)


def _issue(line: Line, showing: Showing) -> Placed:
    matter, owed = line.issue.row.matter, _unanswered(line)
    is_done = line.issue.row.state == "resolved"
    desk = _done(line) if is_done else desks.of_issue(line.issue.row, line.barriers, line.owed)
    notes = _notes(_place(matter), _late(owed, desk, showing))
    more = {"number": matter.number, "also": _also(line, showing), "owed": len(owed), **notes}
    return _card(desk, showing, f"/issue/{line.issue.stream}", matter.title, rank=matter.rank, **more)


def _notes(*said: str) -> dict[str, object]:
    """One note of several; where there is none, the desk has a word of its own."""
    there = " · ".join(filter(None, said))
    return {"note": there} if there else {}


def _place(matter: Matter) -> str:
    """Which one it comes as, where that was said."""
    return f"place {matter.rank}" if matter.rank else ""


def _late(owed: list[VoiceRow], desk: Desk, showing: Showing) -> str:
    """A word about an answer whose day has passed while the work goes on."""
    due, day = owed[0].due if owed else None, showing.looking.day
    if due is None or time_words.left(due, day) >= 0 or desk.waiting_on:
        return ""
    return f"answer {time_words.due(due, day)}"


def _done(line: Line) -> Desk:
    """A resolved issue lies with whoever has yet to say whether they were heard."""
    told = [voice for voice in line.voices if voice.row.state == "delivered"]
    if told:
        return desks.of_voice(told[0].row)
    desk = desks.of_issue(line.issue.row, (), line.owed)
    return replace(desk, words="Heard, can be closed") if line.voices and not _unanswered(line) else desk


def _told(board: Board, showing: Showing) -> list[Placed]:
    """Voices that were told and stand on no issue."""
    alone = [stint for stint in board.voices if stint.row.state == "delivered" and stint.row.voice.issue is None]
    return [_card(desks.of_voice(one.row), showing, f"/voice/{one.stream}", one.row.title) for one in _shown(alone)]


def _shown(voices: list[Stint[VoiceRow]]) -> list[Stint[VoiceRow]]:
    """Without those a moderator has hidden; they stay counted."""
    return [one for one in voices if one.row.voice.hidden is None]


def _card(desk: Desk, showing: Showing, href: str, title: Ref, *, rank: int | None = None, **more: object) -> Placed:
    card = desks.card(
        desk,
        showing.looking,
        showing.names,
        href=href + showing.looking.query,
        title=headline(showing.words.of(title)),
        ours=bool(desk.holder) and showing.ours(desk.holder or ""),
        **more,
    )
    return rank or LAST, desk.since, card


def _also(line: Line, showing: Showing) -> str:
    """Other units whose issues wait for the same barriers."""
    waiting = {issue for barrier in line.barriers for issue in barrier.row.obstacle.issues}
    units = {showing.unit_of[issue] for issue in waiting if issue in showing.unit_of} - {showing.unit}
    return ", ".join(sorted(map(showing.names.unit, units)))


def _by_urgency(placed: Iterable[Placed]) -> tuple[Card, ...]:
    """What is late first, then what was given a place, then what has lain there longest."""
    ranked = sorted(placed, key=lambda one: (not one[2].overdue, *one[:2]))
    return tuple(card for *_, card in ranked)
