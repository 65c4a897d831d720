"""A unit's page in one answer: its issues with what hangs on them, what is owed, its voices counted side by side."""

from flask import Response
from msgspec import Struct

from projections.units import HOSPITAL
from services.api.places import stream_of
from services.api.problems import unknown
from services.api.reading import Paged, Reading, shown
from services.api.reads.asking import Read
from services.api.shapes.barrier import Barrier, barrier
from services.api.shapes.holding import Holding, holding
from services.api.shapes.issue import Issue, issue
from services.api.shapes.promise import Promise, Waiver, promise, waiver
from services.api.shapes.unit import Unit, unit
from services.api.shapes.visit import Rounds, rounds
from services.api.shapes.voice import Voice, voice
from services.api.shapes.words import Instant, Position, Words, maybe
from services.clerk import meanwhile
from services.reader import answers
from services.reader.answers import Counts


class Units(Struct, frozen=True):
    """The units the caller may look at, in the order they were opened."""

    at: Position
    units: tuple[Unit, ...]


class Line(Struct, frozen=True, kw_only=True):
    """One issue with its barriers that are not settled, its voices and everything owed for it. `desk`: who has it now."""

    issue: Issue
    desk: Holding | None
    barriers: tuple[Barrier, ...]
    voices: tuple[Voice, ...]
    owed: tuple[Holding, ...]


class Board(Struct, frozen=True, kw_only=True):
    """`issues` are those not closed, by number, this page's part of them. `voices` are those somebody still owes something,
    `counts` all of them by where they stand. `nothing_before`: at the moment asked about nothing was known of this unit, its
    first fact was recorded only then."""

    at: Position
    unit: Unit | None
    nothing_before: Instant | None
    counts: Counts
    issues: tuple[Line, ...]
    voices: tuple[Voice, ...]
    rounds: tuple[Rounds, ...]
    promises: tuple[Promise, ...]
    waivers: tuple[Waiver, ...]
    next: str | None


def units(seen: Reading) -> Response:
    """The units the caller may look at."""
    found = (stint for stint in seen.look.units() if stint.row.slug != HOSPITAL)
    mine = tuple(unit(stint) for stint in found if seen.may("read.board", stint.row.slug))
    return shown(Units(seen.at, mine), seen.at)


def board(seen: Reading, slug: str) -> Response:
    """A unit's board."""
    enter(seen, slug, "read.board")
    view = seen.look.board(slug)
    if seen.look.is_now:
        view = meanwhile.on_board(view, slug, seen.house.rights.waiting(seen.actor))
    view = view.within(seen.sees)
    part, cursor = seen.part(sorted((*view.open, *view.done), key=lambda line: line.issue.row.matter.number))
    words = seen.words(tuple(part), view.voices, view.rounds, view.promises, view.waivers)
    guidance = seen.house.clerk.settings.rounds
    answer = Board(
        at=seen.at,
        unit=unit(view.unit) if view.unit else None,
        nothing_before=maybe(view.nothing_before),
        counts=view.counts,
        issues=tuple(_line(line, words, seen) for line in part),
        voices=tuple(voice(stint, words) for stint in view.voices if seen.sees(stint.stream)),
        rounds=tuple(rounds(stint, words, guidance) for stint in view.rounds),
        promises=tuple(promise(stint, words) for stint in view.promises),
        waivers=tuple(waiver(stint, words) for stint in view.waivers),
        next=cursor,
    )
    return shown(answer, seen.at)


def enter(seen: Reading, slug: str, action: str) -> None:
    """A unit that is there, and that the caller may look at."""
    stream = stream_of("unit", slug)
    seen.must("unit", action, slug)
    if not seen.house.clerk.memory.get(stream).version:
        raise unknown("unit")


def _line(line: answers.Line, words: Words, seen: Reading) -> Line:
    until = seen.asked.until
    return Line(
        issue=issue(line.issue, words),
        desk=holding(line.desk, until) if line.desk else None,
        barriers=tuple(barrier(stint, words) for stint in line.barriers),
        voices=tuple(voice(stint, words) for stint in line.voices),
        owed=tuple(holding(stint, until) for stint in line.owed),
    )


READS = (
    Read(id="units", path="/units", shape=Units, ask=units),
    Read(id="units.board", path="/units/<string:unit>/board", shape=Board, ask=board, noun="unit", query=Paged),
)
