"""What stands on the board, lot by lot: pure functions from what the views answer to cards."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from projections.answers import VoiceRow
from services.reader.answers import Board, Counts, Line
from services.web import desks
from services.web.desks import Desk, headline
from services.web.layout import Card
from services.web.names import Names
from services.web.pictures import Heard
from services.web.visit import Words
from services.web.when import When
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import DAY

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
    """Each issue stands in one lot: among those owed when its answer is pressing and no barrier is in its way."""
    pressing = [line for line in (*board.open, *board.done) if _is_pressing(line, showing)]
    waiting = [line for line in board.open if line not in pressing]
    done = [line for line in board.done if line not in pressing]
    fixed = [line for line in done if line.issue.row.matter.source == "on_the_spot" and _this_week(line, showing)]
    return Lots(
        owed=_by_urgency([*_unlisted(board, showing), *(_owed(line, showing) for line in pressing)]),
        waiting=_by_urgency(_issue(line, showing) for line in waiting),
        done=tuple(_issue(line, showing) for line in done if line not in fixed) + _told(board, showing),
        fixed=tuple(_issue(line, showing) for line in fixed),
    )


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
        owed=counts["owed"] + counts["answered"],
    )


def _is_pressing(line: Line, showing: Showing) -> bool:
    """Somebody is to be told now: the work is done, an answer is on its way, or its day has come."""
    if line.barriers:
        return False
    owed = _unanswered(line)
    if line.issue.row.shelf == "done" or any(voice.state == "answered" for voice in owed):
        return bool(owed)
    return any(voice.due is not None and _left(voice.due, showing.looking.day) < SOON for voice in owed)


def _unanswered(line: Line) -> list[VoiceRow]:
    """Voices still owed an answer or its delivery, the most urgent first."""
    owed = [stint.row for stint in line.voices if stint.row.state in ("owed", "answered")]
    return sorted(owed, key=lambda voice: voice.due or "")


def _left(due: str, day: str) -> int:
    return (date.fromisoformat(due) - date.fromisoformat(day)).days


def _unlisted(board: Board, showing: Showing) -> list[Card]:
    """Voices that stand on no issue and are owed an answer or its delivery."""
    alone = [one for one in board.voices if one.row.voice.issue is None and one.row.state in ("owed", "answered")]
    return [
        _card(desks.of_voice(one.row), showing, f"/voice/{one.stream}", one.row.title, note="not listed yet")
        for one in alone
    ]


def _owed(line: Line, showing: Showing) -> Card:
    """An issue by its most urgent voice."""
    owed, matter = _unanswered(line), line.issue.row.matter
    desk, href = desks.of_voice(owed[0]), f"/issue/{line.issue.stream}"
    return _card(desk, showing, href, matter.title, number=matter.number, owed=len(owed))


def _issue(line: Line, showing: Showing) -> Card:
    matter = line.issue.row.matter
    owed = len(_unanswered(line))
    desk = (
        _done(line) if line.issue.row.state == "resolved" else desks.of_issue(line.issue.row, line.barriers, line.owed)
    )
    href = f"/issue/{line.issue.stream}"
    return _card(desk, showing, href, matter.title, number=matter.number, also=_also(line, showing), owed=owed)


def _done(line: Line) -> Desk:
    """A resolved issue lies with whoever has yet to say whether they were heard."""
    told = [voice for voice in line.voices if voice.row.state == "delivered"]
    if told:
        return desks.of_voice(told[0].row)
    desk = desks.of_issue(line.issue.row, (), line.owed)
    return replace(desk, words="Heard, can be closed") if line.voices and not _unanswered(line) else desk


def _told(board: Board, showing: Showing) -> tuple[Card, ...]:
    """Voices that were told and stand on no issue."""
    alone = [stint for stint in board.voices if stint.row.state == "delivered" and stint.row.voice.issue is None]
    return tuple(_card(desks.of_voice(one.row), showing, f"/voice/{one.stream}", one.row.title) for one in alone)


def _card(desk: Desk, showing: Showing, href: str, title: Ref, **more: object) -> Card:
    return desks.card(
        desk,
        showing.looking,
        showing.names,
        href=href + showing.looking.query,
        title=headline(showing.words.of(title)),
        ours=bool(desk.holder) and showing.ours(desk.holder or ""),
        **more,
    )


def _also(line: Line, showing: Showing) -> str:
    """Other units whose issues wait for the same barriers."""
    waiting = {issue for barrier in line.barriers for issue in barrier.row.obstacle.issues}
    units = {showing.unit_of[issue] for issue in waiting if issue in showing.unit_of} - {showing.unit}
    return ", ".join(sorted(map(showing.names.unit, units)))


def _by_urgency(cards: Iterable[Card]) -> tuple[Card, ...]:
    """What is late first; otherwise as they came, the longest first."""
    return tuple(sorted(cards, key=lambda card: not card.overdue))


def _this_week(line: Line, showing: Showing) -> bool:
    return line.issue.row.since > showing.looking.until - 7 * DAY
