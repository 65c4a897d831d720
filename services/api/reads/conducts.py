"""Conduct that is looked at by the path of a just culture, for those who may read it."""

from flask import Response
from msgspec import Struct

from projections.conducts import ConductRow, mix
from projections.lives import Stint
from services.api.reading import Paged, Reading, shown
from services.api.reads.asking import Read
from services.api.shapes.words import Date, Instant, Position, Text, Words, instant
from workflows.conduct import commands as c
from workflows.conduct.state import Stage


class Conduct(Struct, frozen=True, kw_only=True):
    """What `person` did; `found` is what made it likely; by the `behaviour` alone follows the `response`. Something is done by
    `due`."""

    id: str
    state: Stage
    since: Instant
    person: Text
    unit: Text
    did: Text
    found: Text
    behaviour: c.Behaviour | None
    response: c.Response | None
    why: Text
    note: Text
    holder: str
    due: Date


class Mix(Struct, frozen=True):
    """How many were consoled, coached, disciplined."""

    console: int
    coach: int
    discipline: int


class Conducts(Struct, frozen=True):
    """What has stood so the longest first. `mix` is null where too few were judged to say it of them."""

    at: Position
    mix: Mix | None
    conducts: tuple[Conduct, ...]
    next: str | None


def conducts(seen: Reading) -> Response:
    """Conduct that is looked at."""
    found = [one for one in seen.look.conducts() if seen.may("read.respect", None, one.stream)]
    some, cursor = seen.part(found)
    words = seen.words(*some)
    counted = mix(one.row for one in found)
    listed = tuple(_conduct(one, words) for one in some)
    return shown(Conducts(seen.at, Mix(**counted) if counted else None, listed, cursor), seen.at)


def _conduct(stint: Stint[ConductRow], words: Words) -> Conduct:
    known = stint.row.conduct
    return Conduct(
        id=stint.stream,
        state=known.stage,
        since=instant(known.since),
        person=words(known.person),
        unit=words(known.in_unit),
        did=words(known.did),
        found=words(known.found),
        behaviour=known.behaviour,
        response=known.response,
        why=words(known.why),
        note=words(known.note),
        holder=known.holder,
        due=known.due,
    )


READS = (Read(id="conducts", path="/conducts", shape=Conducts, ask=conducts, query=Paged),)
