"""A unit as of one day, read twice: as it was known by its end, and as it was by all that is known up to a position."""

from flask import Response
from msgspec import Struct

from projections.replay import Apart, Standing
from services import clock
from services.api.reading import Reading, shown
from services.api.reads.asking import Read
from services.api.reads.board import enter
from services.api.shapes.words import Date, Position
from services.reader import position
from services.reader import replay as reader
from services.replaying import Replaying


class Stood(Struct, frozen=True, kw_only=True):
    """`owed` voices wait for an answer or its delivery, `heard` said that they were; the oldest of the `open` issues has been
    listed for `oldest` days; `late` things were owed by an earlier day, the first of all came to where it lies `desk` days
    ago."""

    owed: int
    heard: int
    open: int
    oldest: int | None
    late: int
    desk: int | None


class Gap(Struct, frozen=True):
    """An issue or a voice that was known to stand as `known` and stood as `true`; null where it was not there. The fact at
    `told` says how it stood."""

    stream: str
    known: str | None
    true: str | None
    told: Position | None


class Replay(Struct, frozen=True, kw_only=True):
    """The end of `day`, when the log had come to `recorded`; true is what is known at `at`. Privileged and restricted matters
    are no part of it, whoever asks."""

    at: Position
    day: Date
    recorded: Position
    known: Stood
    true: Stood
    apart: tuple[Gap, ...]


def replay(seen: Reading, slug: str) -> Response:
    """What was known of a unit at the end of a day, and what was so."""
    enter(seen, slug, "read.board")
    house = seen.house
    end = seen.asked.on or seen.asked.until
    day = clock.day_of(end, house.plate.zone)
    unit = Replaying(house, seen.actor, slug, seen.at)
    seq = unit.seq_by(end)
    with unit.look(position.Position(seq)) as known, unit.look(position.Position(seen.at), end) as true:
        then, so = unit.taken(known), unit.taken(true)
        parted = reader.parted((known, then), (true, so))
    answer = Replay(
        at=seen.at,
        day=day,
        recorded=seq,
        known=_stood(then.standing(day, end)),
        true=_stood(so.standing(day, end)),
        apart=tuple(_gap(one) for one in parted if seen.sees(one.stream)),
    )
    return shown(answer, seen.at)


def _stood(found: Standing) -> Stood:
    return Stood(
        owed=found.owed, heard=found.heard, open=found.open, oldest=found.oldest, late=found.late, desk=found.desk
    )


def _gap(one: Apart) -> Gap:
    return Gap(
        one.stream,
        one.known.row.state if one.known else None,
        one.true.row.state if one.true else None,
        one.true.begun_by if one.true else None,
    )


READS = (Read(id="units.replay", path="/units/<string:unit>/replay", shape=Replay, ask=replay, noun="unit"),)
