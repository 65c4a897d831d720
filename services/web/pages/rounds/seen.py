"""What is looked at on rounds: what changed since the last ones, the issues one by one, who may have been there."""

from msgspec import Struct
from msgspec.structs import replace

from projections.rounds import RoundsRow
from services import clock
from services.reader.answers import Board
from services.web.telling import desks
from services.web.telling.desks import Desk, headline
from services.web.visit import Visit
from services.web.when import When
from services.wording import time_words

LOOKED_AT = 7
"""How many issues are looked at one by one; the rest is looked over as a sheet."""


class Seen(Struct, frozen=True, kw_only=True):
    """An issue as the rounds show it, and what was found this time."""

    desk: Desk
    holder: str
    held: str
    due: str
    stream: str = ""
    number: int = 0
    title: str = ""
    finding: str = ""


def since(visit: Visit, board: Board, before: list[RoundsRow], looking: When) -> str:
    """What has changed since the rounds before, in a sentence."""
    last = max((row.visit.day for row in before), default=None)
    if last is None:
        return "These are the first rounds on record here."
    raised = sum(clock.day_of(one.row.voice.raised, visit.house.plate.zone) > last for one in board.voices)
    waiting = len(board.open)
    return (
        f"Since {time_words.short(last, looking.day)}: {time_words.number_of(raised, 'new voice')} still open, "
        f"{time_words.number_of(waiting, 'issue waits', 'issues wait')}, {board.counts['heard']} heard so far."
    )


def issues(visit: Visit, board: Board, row: RoundsRow, looking: When) -> tuple[list[Seen], list[Seen]]:
    """Those to look at one by one (overdue and oldest first), and the rest."""
    found: dict[str, str] = {seen.issue: seen.finding for seen in row.visit.seen}
    words = visit.open(line.issue.row.title for line in board.open)
    placed = [(line, desks.of_issue(line.issue.row, line.barriers, line.owed)) for line in board.open]
    placed.sort(key=lambda pair: (not pair[1].overdue(looking.day), pair[0].issue.row.matter.rank or 99, pair[1].since))
    seen = []
    for line, desk in placed:
        one = _seen(visit, desk, looking)
        matter, stream = line.issue.row.matter, line.issue.stream
        title = headline(words.of(matter.title))
        seen.append(replace(one, stream=stream, number=matter.number, title=title, finding=found.get(stream, "")))
    return seen[:LOOKED_AT], seen[LOOKED_AT:]


def _seen(visit: Visit, desk: Desk, looking: When) -> Seen:
    """Where it lies, without what it is."""
    return Seen(
        desk=desk,
        holder=visit.names.of(desk.holder) if desk.holder else "",
        held=time_words.held(desk.since, looking.until),
        due=desk.said_due(looking.day),
    )


def people(visit: Visit, row: RoundsRow) -> list[tuple[str, str]]:
    """Who may have been there: the partner, the guide, whoever has a role in the unit."""
    state = visit.names.units[row.unit]
    ids = [row.visit.partner, row.visit.guide, *(held.person for held in state.roles)]
    return [(one, visit.names.of(one)) for one in dict.fromkeys(ids) if one]
