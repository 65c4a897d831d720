"""What is attested, in a unit and in the whole hospital; one of it; and what there is to attest."""

from flask import Response
from marshmallow import validate
from msgspec import Struct

from projections import leading as reckoned
from projections.charters import charter
from projections.promises import SHELVES as SHELVES_OF_PROMISES
from projections.promises import Money, money
from projections.standards import SHELVES
from services.api.fields import Line
from services.api.places import stream_of
from services.api.problems import unknown
from services.api.reading import AtAMoment, Paged, Reading, shown
from services.api.reads.asking import Read
from services.api.reads.board import enter
from services.api.shapes.charter import Balance, Committed, PartOfCharter, balance, committed, part
from services.api.shapes.leading import Pledged, Topic, WayShown, way
from services.api.shapes.standard import Catalogued, Standard, catalogued, standard
from services.api.shapes.words import Position
from workflows.standard.state import Standing


class Standards(Struct, frozen=True):
    """In the order they were first spoken of."""

    at: Position
    standards: tuple[Standard, ...]
    next: str | None


class StandardShown(Struct, frozen=True):
    """One of them."""

    at: Position
    standard: Standard


class Items(Struct, frozen=True):
    """What there is to attest today, by group."""

    at: Position
    items: tuple[Catalogued, ...]


class CharterShown(Struct, frozen=True, kw_only=True):
    """A unit's charter. `done` counts what is in place or set aside with a reason; `balance` is how much of each kind of work
    is done, the steps of the plan among it; `money` is in cents. `committed` is how many of the staff are in, in steps."""

    at: Position
    complete: bool
    done: int
    parts: tuple[PartOfCharter, ...]
    balance: tuple[Balance, ...]
    money: Money
    committed: Committed | None


class LeadingShown(Struct, frozen=True, kw_only=True):
    """`commitment` is the chief executive's, `respect` what everybody here can count on (null: never said)."""

    at: Position
    commitment: Standard | None
    respect: Standard | None
    pledged: Pledged
    topics: tuple[Topic, ...]
    ways: tuple[WayShown, ...]


class OnShelf(Paged):
    """Which of them."""

    state = Line(validate=validate.OneOf(SHELVES), metadata={"description": "Only those that stand so."})


def of_unit(seen: Reading, slug: str) -> Response:
    """What is in place in a unit, what is missing, what has lapsed."""
    enter(seen, slug, "read.board")
    return _listed(seen, slug)


def charter_of(seen: Reading, slug: str) -> Response:
    """The charter of a unit's project, with its gaps."""
    enter(seen, slug, "read.board")
    house = seen.house.clerk.standards.now()[1]
    whole = charter(house, [one for one in seen.look.standards(units=[slug]) if seen.sees(one.stream)], slug)
    promised = [stint.row for stint in seen.look.promises(slug, SHELVES_OF_PROMISES)]
    answer = CharterShown(
        at=seen.at,
        complete=whole.is_complete,
        done=whole.count("in_place", "set_aside"),
        parts=tuple(map(part, whole.cells)),
        balance=tuple(balance(one, whole, promised) for one in ("technical", "socio_adaptive")),
        money=money(promised),
        committed=committed(next((stint.row for stint in seen.look.units() if stint.row.slug == slug), None)),
    )
    return shown(answer, seen.at)


def of_hospital(seen: Reading) -> Response:
    """What is attested of the whole hospital, and of people who lead in it."""
    seen.must("standards", "read.hospital", None)
    return _listed(seen, "")


def _listed(seen: Reading, place: str) -> Response:
    shelves = (seen.query["state"],) if "state" in seen.query else SHELVES
    found = [stint for stint in seen.look.standards(units=[place], shelves=shelves) if seen.sees(stint.stream)]
    part, cursor = seen.part(found)
    words = seen.words(*part)
    return shown(Standards(seen.at, tuple(standard(stint, words) for stint in part), cursor), seen.at)


def leading(seen: Reading) -> Response:
    """What leaders commit to, understand and spread."""
    seen.must("leading", "read.hospital", None)
    house = seen.house.clerk.standards.now()[1]
    rows = seen.look.standards(items=reckoned.items(house))
    found = reckoned.leaders((stint.row for stint in seen.look.units()), house.leaders)
    formal, informal = (reckoned.persons(found, formal=formal) for formal in (True, False))
    word = reckoned.given(rows, reckoned.WORD)
    commitment, respect = (
        next((stint for stint in rows if stint.row.item == item), None)
        for item in (reckoned.COMMITMENT, reckoned.RESPECT)
    )
    answer = LeadingShown(
        at=seen.at,
        commitment=standard(commitment, seen.words(commitment)) if commitment else None,
        respect=standard(respect, seen.words(respect)) if respect else None,
        pledged=Pledged(reckoned.share(formal, word), reckoned.share(informal, word)),
        topics=tuple(
            Topic(key, reckoned.share(formal | informal, reckoned.given(rows, key)))
            for key in house.of_group(reckoned.TOPICS)
        ),
        ways=tuple(way(one) for one in reckoned.ways(rows)),
    )
    return shown(answer, seen.at)


def one(seen: Reading, stream: str) -> Response:
    """One thing that is attested or missing."""
    known = seen.house.clerk.memory.get(stream_of("standard", stream))
    found = seen.look.standard(stream)
    if not isinstance(known.state, Standing) or found is None or not seen.sees(stream):
        raise unknown("standard")
    return shown(StandardShown(seen.at, standard(found, seen.words(found))), known.version)


def items(seen: Reading) -> Response:
    """What there is to attest."""
    seen.must("standards", "read.own", None)
    house = seen.house.clerk.standards.now()[1]
    listed = (catalogued(key, house.items[key]) for group in house.groups for key in house.of_group(group))
    return shown(Items(seen.at, tuple(listed)), seen.at)


READS = (
    Read(
        id="units.standards",
        path="/units/<string:unit>/standards",
        shape=Standards,
        ask=of_unit,
        noun="unit",
        query=OnShelf,
    ),
    Read(id="units.charter", path="/units/<string:unit>/charter", shape=CharterShown, ask=charter_of, noun="unit"),
    Read(id="standards", path="/standards", shape=Standards, ask=of_hospital, query=OnShelf),
    Read(id="leading", path="/leading", shape=LeadingShown, ask=leading),
    Read(id="standards.items", path="/standards/items", shape=Items, ask=items, query=AtAMoment),
    Read(
        id="standards.one",
        path="/standards/<string:standard>",
        shape=StandardShown,
        ask=one,
        noun="standard",
    ),
)
