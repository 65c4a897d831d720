"""Two days of a unit side by side: its figures, each issue as it stood then and then, and what came to pass between them."""

from datetime import date

from msgspec import Struct

from projections.lives import Row, Stint
from projections.tracking_log import IssueRow
from services.reader import briefing
from services.reader.views import Look
from services.web.layout import spoken
from services.web.pages.replay.at_stop import AtStop
from services.web.pages.replay.figures import stood
from services.web.pages.replay.stop import Stop
from services.web.telling.book import Part, parts
from services.web.telling.desks import headline

SHELVES = ("open", "done", "closed")
SHOWN = 60
"""Issues of one table."""


class Compared(Struct, frozen=True, kw_only=True):
    """`days` head the two columns of `figures` and `issues`; `without` is the address that compares no longer."""

    days: tuple[str, str]
    figures: list[tuple[str, str, str]]
    issues: list[tuple[tuple[str, str], str, str]]
    more: int
    parts: tuple[Part, ...]
    without: str


def compared(at: AtStop, known: Look) -> Compared | None:
    """As it was known by the end of either day, the earlier one first."""
    stop, beside = at.stop, at.stop.beside
    if beside is None:
        return None
    with at.look(beside.known) as other:
        early, late = sorted(((beside, other), (stop, known)), key=lambda one: one[0].day)
        issues = _issues(at, early[1], late[1])
        unit = next((one.row for one in late[1].units() if one.row.slug == stop.slug), None)
        between = briefing.since(late[1], stop.slug, None, early[0].seq) if unit else None
        return Compared(
            days=(_day(early[0]), _day(late[0])),
            figures=[
                (name, then, now) for (name, then), (_, now) in zip(_stood(at, early), _stood(at, late), strict=True)
            ],
            issues=issues[:SHOWN],
            more=max(len(issues) - SHOWN, 0),
            parts=parts(at.visit, between, late[0].known) if between else (),
            without=stop.href(beside=""),
        )


def _stood(at: AtStop, one: tuple[Stop, Look]) -> list[tuple[str, str]]:
    stop, look = one
    return stood(stop, at.unit.taken(look))


def _issues(at: AtStop, early: Look, late: Look) -> list[tuple[tuple[str, str], str, str]]:
    """Issues of either board, by number: what each is called with its address, how it stood then and then."""
    then, now = _lines(at, early), _lines(at, late)
    issues = {stream: issue for lines in (then, now) for stream, (issue, _) in lines.items() if at.visit.sees(stream)}
    before = early.about([stream for stream in issues if stream not in then])
    after = late.about([stream for stream in issues if stream not in now])
    words = at.visit.open(issue.row.title for issue in issues.values())
    return [
        (
            (
                f"#{issue.row.matter.number} {headline(words.of(issue.row.title), 80)}",
                f"/issue/{stream}{at.stop.shown.query}",
            ),
            then[stream][1] if stream in then else _gone(before.get(stream), "not listed yet"),
            now[stream][1] if stream in now else _gone(after.get(stream), "no longer here"),
        )
        for stream, issue in sorted(issues.items(), key=lambda one: one[1].row.matter.number)
    ]


def _lines(at: AtStop, look: Look) -> dict[str, tuple[Stint[IssueRow], str]]:
    """Each issue that is not closed, and where it stands: its state and whose desk it is on."""
    board = look.board(at.stop.slug)
    return {
        line.issue.stream: (
            line.issue,
            _state(line.issue.row)
            + (f", on the desk of {at.visit.names.of(line.desk.row.holder)}" if line.desk else ""),
        )
        for line in (*board.open, *board.done)
    }


def _gone(stint: Stint[Row] | None, otherwise: str) -> str:
    """How an issue stands that is on no board."""
    return _state(stint.row) if stint is not None and isinstance(stint.row, IssueRow) else otherwise


def _day(stop: Stop) -> str:
    return spoken(date.fromisoformat(stop.day))


def _state(row: IssueRow) -> str:
    return row.state.replace("_", " ")
