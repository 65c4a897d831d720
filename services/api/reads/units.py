"""Lists of a unit: what falls due, its voices, its rounds, and everything that happened."""

from flask import Response
from marshmallow import validate
from msgspec import Struct

from projections.answers import SHELVES
from services import clock
from services.api.fields import Day, Line
from services.api.reading import Paged, Reading, shown
from services.api.reads.asking import Read
from services.api.reads.board import enter
from services.api.shapes.fact import Fact, fact, sealed_in, shown_on
from services.api.shapes.holding import Owed, owed
from services.api.shapes.rounding import RoundsCounted, RoundsMonth, RoundsQuota, counted, month, quota
from services.api.shapes.visit import Rounds, rounds
from services.api.shapes.voice import Voice, voice
from services.api.shapes.words import Position
from services.clerk import walls
from services.reader import rounding as reader
from services.reader.answers import Counts

LAST_DAY = "9999-12-31"


class Due(Struct, frozen=True):
    """What is owed with a day, the earliest first."""

    at: Position
    owed: tuple[Owed, ...]
    next: str | None


class Answers(Struct, frozen=True):
    """The voices of a unit, the longest waiting first; `counts` stand side by side, whatever is asked for."""

    at: Position
    counts: Counts
    voices: tuple[Voice, ...]
    next: str | None


class Visits(Struct, frozen=True):
    """Rounds by their day, those that were not held among them."""

    at: Position
    rounds: tuple[Rounds, ...]
    next: str | None


class RoundsYear(Struct, frozen=True, kw_only=True):
    """Twelve months of rounds up to the moment asked about."""

    at: Position
    months: tuple[RoundsMonth, ...]
    quotas: tuple[RoundsQuota, ...]
    figures: RoundsCounted


class Timeline(Struct, frozen=True):
    """Facts in the order they were recorded."""

    at: Position
    facts: tuple[Fact, ...]
    next: str | None


class DueBefore(Paged):
    """Which part of the due list."""

    before = Day(metadata={"description": "Only what is due before this day.", "format": "date"})


class OnShelf(Paged):
    """Which voices."""

    state = Line(validate=validate.OneOf(SHELVES), metadata={"description": "Only those that stand so."})


def due(seen: Reading, slug: str) -> Response:
    """What falls due in a unit."""
    enter(seen, slug, "read.board")
    found = [one for one in seen.look.due(seen.query.get("before", LAST_DAY), slug) if seen.sees(one.held.stream)]
    part, cursor = seen.part(found)
    words = seen.words(*(one.about for one in part))
    return shown(Due(seen.at, tuple(owed(one, words, seen.asked.until) for one in part), cursor), seen.at)


def answers(seen: Reading, slug: str) -> Response:
    """What became of a unit's voices: five ends side by side, and what is still owed."""
    enter(seen, slug, "read.answers")
    shelves = (seen.query["state"],) if "state" in seen.query else SHELVES
    part, cursor = seen.part(seen.look.voices(slug, shelves))
    words = seen.words(*part)
    counts = seen.look.counts([slug])[slug]
    return shown(Answers(seen.at, counts, tuple(voice(stint, words) for stint in part), cursor), seen.at)


def visits(seen: Reading, slug: str) -> Response:
    """A unit's rounds."""
    enter(seen, slug, "read.rounds")
    part, cursor = seen.part(seen.look.rounds(slug))
    words = seen.words(*part)
    return shown(
        Visits(seen.at, tuple(rounds(stint, words, seen.house.clerk.settings.rounds) for stint in part), cursor),
        seen.at,
    )


def timeline(seen: Reading, slug: str) -> Response:
    """Everything that was recorded of a unit."""
    enter(seen, slug, "read.timeline")
    house, limit, on = seen.house, seen.query["limit"], seen.asked.on
    rows = house.ledger.unit_rows(slug, seen.asked.start, limit + 1, seen.at)
    cursor = seen.cursor(rows[limit - 1][2] or 0) if len(rows) > limit else None
    found = walls.told(map(house.clerk.mapper.fact, rows[:limit]), seen.actor.behind)
    facts = [told for told in found if shown_on(told, on) and seen.sees(told.stream)]
    words = seen.opened(sealed_in(facts))
    return shown(Timeline(seen.at, tuple(fact(told, words) for told in facts), cursor), seen.at)


def rounding(seen: Reading, slug: str) -> Response:
    """How rounds were held in a unit, month by month, and what the year comes to."""
    enter(seen, slug, "read.rounds")
    day = clock.day_of(seen.asked.until, seen.house.plate.zone)
    year = reader.year(seen.look, slug, seen.house.clerk.terms.of, day)
    answer = RoundsYear(
        at=seen.at,
        months=tuple(month(kind, kept) for kind, months in year.months.items() for kept in months),
        quotas=tuple(map(quota, year.quotas)),
        figures=counted(year),
    )
    return shown(answer, seen.at)


READS = (
    Read(id="units.due", path="/units/<string:unit>/due", shape=Due, ask=due, noun="unit", query=DueBefore),
    Read(
        id="units.answers", path="/units/<string:unit>/answers", shape=Answers, ask=answers, noun="unit", query=OnShelf
    ),
    Read(id="units.rounds", path="/units/<string:unit>/rounds", shape=Visits, ask=visits, noun="unit", query=Paged),
    Read(id="units.rounding", path="/units/<string:unit>/rounding", shape=RoundsYear, ask=rounding, noun="unit"),
    Read(
        id="units.timeline",
        path="/units/<string:unit>/timeline",
        shape=Timeline,
        ask=timeline,
        noun="unit",
        query=Paged,
    ),
)
