"""What is looked at on rounds: the issues one by one that need it and why, the rest as a sheet, who may have been there."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from projections.lives import Stint
from projections.rounds import RoundsRow
from services import clock
from services.reader.answers import Board, Line
from services.reader.briefing import agreed
from services.web.doing.taking_part import mostly
from services.web.telling import desks
from services.web.telling.desks import Desk, headline
from services.web.visit import Visit
from services.web.when import When
from services.wording import time_words

UNSEEN = "not seen for two rounds"


class Seen(Struct, frozen=True, kw_only=True):
    """An issue as the rounds show it, why it is looked at by itself ("" where it is not), and what was found this time."""

    stream: str
    number: int
    title: str
    desk: Desk
    holder: str
    held: str
    due: str
    weight: tuple[int, int, int] | None
    """How bad, how likely, how easy to solve."""
    why: str = ""
    finding: str = ""


class Sheet(Struct, frozen=True):
    """Everything open: what is looked at one by one, and the rest; `looked_over` counts those seen as a sheet already."""

    one_by_one: tuple[Seen, ...]
    rest: tuple[Seen, ...]
    looked_over: int

    @property
    def all(self) -> tuple[Seen, ...]:
        return (*self.one_by_one, *self.rest)


def since(visit: Visit, board: Board, before: Sequence[Stint[RoundsRow]], looking: When) -> str:
    """What has changed since the rounds before, in a sentence."""
    if not before:
        return "These are the first rounds on record here."
    last = before[-1].row.visit.day
    raised = sum(clock.day_of(one.row.voice.raised, visit.house.plate.zone) > last for one in board.voices)
    waiting = len(board.open)
    return (
        f"Since {time_words.short(last, looking.day)}: {time_words.number_of(raised, 'new voice')} still open, "
        f"{time_words.number_of(waiting, 'issue waits', 'issues wait')}, {board.counts['heard']} heard so far."
    )


def sheet(
    visit: Visit, board: Board, stint: Stint[RoundsRow], before: Sequence[Stint[RoundsRow]], looking: When
) -> Sheet:
    """What is overdue first; nothing is left out, and nothing holds anybody up."""
    row = stint.row.visit
    placed = [(line, desks.of_issue(line.issue.row, line.barriers, line.owed)) for line in board.open]
    placed.sort(key=lambda pair: (not pair[1].overdue(looking.day), pair[0].issue.row.matter.rank or 99, pair[1].since))
    words = visit.open(line.issue.row.title for line in board.open)
    found: dict[str, str] = {seen.issue: seen.finding for seen in row.seen}
    seen = [
        replace(
            _seen(visit, line, desk, headline(words.of(line.issue.row.title))),
            why=_why(line, desk, before, looking),
            finding=found.get(line.issue.stream, ""),
        )
        for line, desk in placed
    ]
    one_by_one = tuple(one for one in seen if one.why)
    rest = tuple(one for one in seen if not one.why)
    return Sheet(one_by_one, rest, sum(one.stream in row.looked_over for one in rest))


def _why(line: Line, desk: Desk, before: Sequence[Stint[RoundsRow]], looking: When) -> str:
    """Why it is looked at by itself: late, due, among what came first, changed, or passed over twice."""
    stream = line.issue.stream
    if desk.overdue(looking.day):
        return "overdue"
    if desk.due is not None and desk.due == looking.day:
        return "due today"
    if not before:
        return "new to these rounds"
    if stream in agreed(before[-1].row):
        return "came first last time"
    if _changed(line) > before[-1].row.since:
        return f"changed since {time_words.short(before[-1].row.visit.day, looking.day)}"
    return UNSEEN if _passed_over(line, before) else ""


def _changed(line: Line) -> int:
    """The moment of the last thing that happened to it, its barriers and voices."""
    began = [line.issue.began, *(one.began for one in line.barriers), *(one.began for one in line.voices)]
    return max(began)


def _passed_over(line: Line, before: Sequence[Stint[RoundsRow]]) -> bool:
    """Whether it was there on the last two rounds, and nobody looked at it."""
    two = before[-2:]
    if len(two) < 2 or line.issue.row.matter.listed > two[0].row.since:
        return False
    looked = {seen.issue for one in two for seen in one.row.visit.seen}
    return line.issue.stream not in looked.union(*(one.row.visit.looked_over for one in two))


def _seen(visit: Visit, line: Line, desk: Desk, title: str) -> Seen:
    matter = line.issue.row.matter
    weight = matter.weight
    return Seen(
        stream=line.issue.stream,
        number=matter.number,
        title=title,
        desk=desk,
        holder=visit.names.of(desk.holder) if desk.holder else "",
        held=time_words.held(desk.since, visit.now),
        due=desk.said_due(visit.today),
        weight=(weight.severity, weight.likelihood, weight.ease) if weight else None,
    )


def people(visit: Visit, row: RoundsRow) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Who may have been there: those who most likely were, whoever comes and guides before all; and everybody else who has a
    role in the unit, by name."""
    first = (row.visit.partner, row.visit.guide, *mostly(visit, row.unit, row.visit.day))
    likely = {one: visit.names.of(one) for one in first if one}
    rest = {held.person for held in visit.names.units[row.unit].roles} - likely.keys()
    return list(likely.items()), sorted(((one, visit.names.of(one)) for one in rest), key=lambda one: one[1])
