"""The board of a unit: what is owed an answer, what waits and on whose desk, what is done and not yet heard."""

from collections.abc import Iterable

from projections.answers import Shelf, VoiceRow
from projections.lives import Stint
from services.clerk import meanwhile
from services.clerk.access import OPERATOR
from services.errands.errand import Answer
from services.errands.naming import unit_called
from services.errands.seeing import Row, Seen, allowed
from services.reader.answers import Board, Counts, Line
from services.reader.views import UNFINISHED
from services.wording.time_words import number_of

HEADLINE: tuple[Shelf, ...] = ("heard", "disagreed", "no_reply", "cannot_be_reached", "withdrawn")


def told(seen: Seen, called: str) -> Answer:
    """The unit is called by slug or name."""
    unit = unit_called(seen.house, called)
    allowed(seen.house, "read.board", unit)
    board = seen.look.board(unit)
    if seen.look.is_now:
        board = meanwhile.on_board(board, unit, seen.house.rights.waiting(OPERATOR))
    name = board.unit.row.name if board.unit else seen.names.unit(unit)
    tables = {
        "Owed an answer": _voices(seen, (voice for voice in board.voices if voice.row.state in ("owed", "answered"))),
        "Waiting": [_issue(seen, line) for line in board.open],
        "Done, not yet heard": [_issue(seen, line) for line in board.done],
    }
    counts = {shelf: board.counts[shelf] for shelf in (*HEADLINE, *UNFINISHED)}
    found = {"unit": unit, "name": name, "as_of": board.at, "day": seen.day, "counts": counts, "tables": tables}
    return Answer((f"{name}, {seen.day}: {heard(counts)}", *_why_empty(seen, board)), found)


def heard(counts: Counts) -> str:
    """So: "21 heard · 2 disagreed · 5 no reply · 1 cannot be reached · 0 withdrawn | 4 owed": silence is never hidden."""
    ended = " · ".join(f"{counts[shelf]} {shelf.replace('_', ' ')}" for shelf in HEADLINE)
    return f"{ended} | {counts['owed'] + counts['answered']} owed an answer"


def _why_empty(seen: Seen, board: Board) -> tuple[str, ...]:
    if board.nothing_before is None:
        return ()
    began = seen.date(board.nothing_before)
    return (
        f"Nothing was known here yet: its record begins on {began}. What it says of earlier days is seen with --on.",
    )


def _voices(seen: Seen, voices: Iterable[Stint[VoiceRow]]) -> list[Row]:
    found = sorted(voices, key=lambda voice: voice.row.since)
    words = seen.words(voice.row.voice.what for voice in found)
    return [
        {
            "said": words(voice.row.voice.what),
            "state": voice.row.state,
            "by": seen.names.of(voice.row.answer.holder if voice.row.answer else voice.row.voice.answerer),
            "days": seen.days(voice.row.voice.raised),
            "due": seen.due(voice.row.due),
            "id": voice.stream,
        }
        for voice in found
    ]


def _issue(seen: Seen, line: Line) -> Row:
    row, matter, desk = line.issue.row, line.issue.row.matter, line.desk
    obstacle = line.barriers[0].row.obstacle if line.barriers else None
    first, due = (obstacle.first_due, obstacle.due) if obstacle else (matter.first_due, matter.due)
    return {
        "number": f"#{matter.number}",
        "issue": seen.words([matter.title])(matter.title),
        "state": f"{row.state}, {number_of(len(line.barriers), 'barrier')}" if line.barriers else row.state,
        "desk": seen.names.of(desk.row.holder) if desk else "",
        "waiting": seen.names.of(desk.row.waiting_on) if desk and desk.row.waiting_on else "",
        "days": seen.days(desk.row.since if desk else row.since),
        "promised": first,
        "due": seen.due(due) if row.shelf == "open" else "",
        "untold": sum(voice.row.state in ("owed", "answered") for voice in line.voices),
    }
