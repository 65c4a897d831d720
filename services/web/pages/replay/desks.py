"""Who held each ball of a unit on the day looked at: one line for each holder, whoever has something the longest first."""

from collections import defaultdict

from projections.accountability import Holding
from projections.lives import Stint
from services.reader.answers import Board
from services.reader.views import Look
from services.web.pages.replay.at_stop import AtStop
from services.web.paths import page_of
from services.web.telling.things import named
from services.wording import time_words
from workflows.kernel.ids import noun_of
from workflows.kernel.moments import Moment

HEAD = ("Holder", "Holds", "Past their day", "Longest", "What that is")


def held(at: AtStop, look: Look, board: Board) -> list[tuple[str, str, str, str, tuple[str, str]]]:
    """Holder, how many things of the board, how many late, for how long the first of them, and that one with its address."""
    by: dict[str, list[Stint[Holding]]] = defaultdict(list)
    for stint in _balls(board):
        if noun_of(stint.row.holder) != "voice":
            by[stint.row.holder].append(stint)
    first = {holder: min(some, key=lambda one: (one.row.since, one.stream)) for holder, some in by.items()}
    about = look.about({stint.stream for stint in first.values()})
    words = at.visit.open(getattr(stint.row, "title", None) for stint in about.values())
    looking = at.stop.shown

    def line(holder: str) -> tuple[str, str, str, str, tuple[str, str]]:
        some, oldest = by[holder], first[holder]
        late = sum(one.row.due is not None and one.row.due < looking.day for one in some)
        what = named(about.get(oldest.stream), words) or noun_of(oldest.stream).capitalize()
        lasted = time_words.held(oldest.row.since, looking.until)
        return at.visit.names.of(holder), str(len(some)), str(late), lasted, (what, _href(at, oldest.stream))

    def since(holder: str) -> tuple[Moment, str]:
        return first[holder].row.since, holder

    return [line(holder) for holder in sorted(by, key=since)]


def _balls(board: Board) -> list[Stint[Holding]]:
    """What is owed for what stands on the board, each once."""
    lines = (*board.open, *board.done)
    alone = {stint.stream for part in (board.voices, board.rounds, board.promises) for stint in part}
    owed = (*(ball for line in lines for ball in line.owed), *(ball for ball in board.owed if ball.stream in alone))
    return list({(ball.stream, ball.name): ball for ball in owed}.values())


def _href(at: AtStop, stream: str) -> str:
    page = page_of(stream)
    return "" if page == "/" else f"{page}{at.stop.shown.query}"
