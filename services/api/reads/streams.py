"""One thing and all that hangs on it: an issue, a barrier, rounds; who held the ball of it, and every fact of it."""

from collections.abc import Collection

from flask import Response
from msgspec import Struct

from services.api.places import stream_of
from services.api.problems import unknown
from services.api.reading import Paged, Reading, shown
from services.api.reads.asking import Read
from services.api.reads.units import Timeline
from services.api.shapes.barrier import Barrier, barrier
from services.api.shapes.fact import fact, sealed_in, shown_on
from services.api.shapes.holding import Holding, holding
from services.api.shapes.issue import Issue, issue
from services.api.shapes.visit import Rounds, rounds
from services.api.shapes.voice import Voice, voice
from services.api.shapes.words import Position
from services.clerk import walls
from services.reader.answers import IssuePage
from workflows.kernel.ids import noun_of


class IssueShown(Struct, frozen=True, kw_only=True):
    """An issue, its barriers and voices, and other issues that look the same or wait for the same barriers."""

    at: Position
    issue: Issue
    barriers: tuple[Barrier, ...]
    voices: tuple[Voice, ...]
    alike: tuple[Issue, ...]


class Accountability(Struct, frozen=True):
    """Who held which ball, from when to when, and why it moved; in the order the stints began."""

    at: Position
    held: tuple[Holding, ...]


class BarrierShown(Struct, frozen=True):
    """A barrier."""

    at: Position
    barrier: Barrier


class RoundsShown(Struct, frozen=True):
    """Rounds."""

    at: Position
    rounds: Rounds


def an_issue(seen: Reading, stream: str) -> Response:
    """An issue with all that hangs on it."""
    page = _issue_page(seen, stream, "read.issue")
    alike = tuple(other for other in page.alike if seen.may("read.issue", other.row.unit))
    words = seen.words(page.issue, page.barriers, page.voices, alike)
    answer = IssueShown(
        at=seen.at,
        issue=issue(page.issue, words),
        barriers=tuple(barrier(stint, words) for stint in page.barriers),
        voices=tuple(voice(stint, words) for stint in page.voices if seen.sees(stint.stream)),
        alike=tuple(issue(stint, words) for stint in alike),
    )
    return shown(answer, _version(seen, stream))


def issue_timeline(seen: Reading, stream: str) -> Response:
    """Every fact of an issue, its barriers and its voices."""
    page = _issue_page(seen, stream, "read.timeline")
    return _timeline(seen, {stream, *page.issue.row.matter.barriers, *page.issue.row.matter.voices})


def issue_held(seen: Reading, stream: str) -> Response:
    """Who held the ball of an issue, its barriers and its voices."""
    page = _issue_page(seen, stream, "read.issue")
    held = tuple(holding(stint, seen.asked.until) for stint in page.held)
    return shown(Accountability(seen.at, held), seen.at)


def a_barrier(seen: Reading, stream: str) -> Response:
    """A barrier."""
    _enter_barrier(seen, stream)
    found = seen.look.barrier(stream)
    if found is None:
        raise unknown("barrier")
    return shown(BarrierShown(seen.at, barrier(found, seen.words(found))), _version(seen, stream))


def barrier_held(seen: Reading, stream: str) -> Response:
    """Who held a barrier."""
    _enter_barrier(seen, stream)
    held = tuple(holding(stint, seen.asked.until) for stint in seen.look.held([stream]))
    return shown(Accountability(seen.at, held), seen.at)


def some_rounds(seen: Reading, stream: str) -> Response:
    """Rounds."""
    seen.must("rounds", "read.rounds", _unit(seen, stream_of("rounds", stream)), stream)
    found = seen.look.visit(stream)
    if found is None:
        raise unknown("rounds")
    return shown(
        RoundsShown(seen.at, rounds(found, seen.words(found), seen.house.clerk.settings.rounds)), _version(seen, stream)
    )


def _issue_page(seen: Reading, stream: str, action: str) -> IssuePage:
    """As known and as it was then; nothing where it was not."""
    seen.must("issue", action, _unit(seen, stream_of("issue", stream)), stream)
    page = seen.look.issue(stream)
    if page is None:
        raise unknown("issue")
    return page


def _enter_barrier(seen: Reading, stream: str) -> None:
    """A barrier is seen from its home, from every unit that waits for it, and by whoever holds it."""
    home = _unit(seen, stream_of("barrier", stream))
    waiting = seen.house.clerk.memory.get(stream).state.obstacle.issues
    homes = {home, *(_unit(seen, one) for one in waiting)}
    if not any(seen.may("read.issue", unit, stream) for unit in homes):
        raise unknown("barrier")


def _timeline(seen: Reading, streams: Collection[str]) -> Response:
    house, on = seen.house, seen.asked.on
    rows = (row for stream in streams for row in house.ledger.stream_rows(stream, upto=seen.at))
    found = walls.told(map(house.clerk.mapper.fact, rows), seen.actor.behind)
    facts = sorted(found, key=lambda told: told.seq)
    part, cursor = seen.part([told for told in facts if shown_on(told, on)])
    words = seen.opened(sealed_in(part))
    return shown(Timeline(seen.at, tuple(fact(told, words) for told in part), cursor), seen.at)


def _unit(seen: Reading, stream: str) -> str | None:
    """Where it is today: rights are today's, whichever moment is looked at."""
    known = seen.house.clerk.memory.get(stream)
    if not known.version:
        raise unknown(noun_of(stream))
    unit: str | None = known.state.unit
    return unit


def _version(seen: Reading, stream: str) -> int:
    return seen.house.clerk.memory.get(stream).version


_ISSUE = "/issues/<string:issue>"
_BARRIER = "/barriers/<string:barrier>"

READS = (
    Read(id="issues", path=_ISSUE, shape=IssueShown, ask=an_issue, noun="issue"),
    Read(
        id="issues.timeline", path=f"{_ISSUE}/timeline", shape=Timeline, ask=issue_timeline, noun="issue", query=Paged
    ),
    Read(
        id="issues.accountability", path=f"{_ISSUE}/accountability", shape=Accountability, ask=issue_held, noun="issue"
    ),
    Read(id="barriers", path=_BARRIER, shape=BarrierShown, ask=a_barrier, noun="barrier"),
    Read(
        id="barriers.accountability",
        path=f"{_BARRIER}/accountability",
        shape=Accountability,
        ask=barrier_held,
        noun="barrier",
    ),
    Read(id="rounds", path="/rounds/<string:rounds>", shape=RoundsShown, ask=some_rounds, noun="rounds"),
)
