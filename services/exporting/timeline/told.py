"""What happened in a unit and to what: entries and things, without a name, a word or an hour."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import Any

import msgspec
from msgspec import Struct

from projections.catalogue import OF_NOUN
from projections.lives import Stint
from services import clock
from services.clerk import sealing
from services.clerk.access import Actor
from services.clerk.sharing import Shared
from services.house import House
from services.reader.position import Position
from services.reader.unit_log import UnitLog
from services.reader.views import Look
from workflows.kernel.grammar import Event, Fact
from workflows.kernel.ids import noun_of
from workflows.kernel.moments import MICRO, Day, Moment, as_datetime, moment_of
from workflows.trail import Note

NOUNS = ("barrier", "concern", "decision", "issue", "learning", "promise", "rounds", "waiver")
SPEAKING = "concern"
"""Of these nothing is told but what happened: the rest might say who spoke."""
UNTOLD = frozenset({"concern.walled", "concern.wall_lifted"})
"""Whom a concern is about may read the file too."""
OWN = "of"
"""How an entry stands to what it happened to."""
LAST = 43_199
"""Seconds from noon to the end of a day."""


class Turn(Struct, frozen=True):
    """From `time` on a thing's attribute `name` was `value`."""

    name: str
    value: str
    time: str


class Thing(Struct, frozen=True, kw_only=True):
    """`related`: other things and as what it names them today."""

    id: str
    kind: str
    turns: tuple[Turn, ...]
    related: tuple[tuple[str, str], ...]


class Entry(Struct, frozen=True, kw_only=True):
    """`precision` is day, week, month or year: how exactly it is known when it happened; `recorded` the day it was entered.
    `role` is in which capacity it was done, or by what (`voice`: whoever spoke, `clock`, `policy`, `import`); `said` are
    choices that were made. `related` names things, that which it happened to first."""

    name: str
    day: Day
    time: str
    precision: str
    recorded: Day
    role: str
    said: Mapping[str, str]
    related: tuple[tuple[str, str], ...]


class Timeline(Struct, frozen=True):
    """In the order of the days, and within each as it was recorded."""

    entries: tuple[Entry, ...]
    things: tuple[Thing, ...]


def told(house: House, actor: Actor, slug: str) -> Timeline:
    """Of a unit and those it goes on from, as far as it may leave. That it was taken is on record before anything is told."""
    house.looks.note(actor, Note(how="exported", what="timeline"))
    shared, head = Shared(house.rights, house.views, actor), house.ledger.head()[0]
    with house.views.look(Position(head), None, shared.behind, slug) as look:
        units = (slug, *look.before)
        log = UnitLog(house.ledger, house.clerk.mapper, units=units, upto=head, shows=shared.leaves)
        return _Telling(house, look, tuple(fact for fact in log.whole() if _is_told(house, fact))).timeline()


def _is_told(house: House, fact: Fact) -> bool:
    """Whether it is of a kind that is told, and no matter of two people alone."""
    if noun_of(fact.stream) not in NOUNS or fact.head.name in UNTOLD:
        return False
    return getattr(house.clerk.memory.get(fact.stream).state, "between", None) is None


class _Telling:
    def __init__(self, house: House, look: Look, facts: Sequence[Fact]) -> None:
        self._zone = house.plate.zone
        self._look = look
        self._names = _numbered(facts)
        self._days = _ordered(facts, self._day)
        self._posts: dict[str, list[str]] = defaultdict(list)
        for person, role, _ in sorted(house.posts.held(), key=itemgetter(1)):
            self._posts[person].append(role)
        self._facts = facts

    def timeline(self) -> Timeline:
        in_order = sorted(self._facts, key=lambda fact: self._days[fact.seq])
        return Timeline(tuple(map(self._entry, in_order)), tuple(self._things()))

    def _entry(self, fact: Fact) -> Entry:
        return Entry(
            name=fact.head.name,
            day=self._day(fact),
            time=self._time(fact.seq),
            precision=_precision(fact.head.occurred),
            recorded=clock.day_of(fact.at, self._zone),
            role=fact.head.by.capacity or fact.head.by.kind,
            said=_said(fact.event) if noun_of(fact.stream) != SPEAKING else {},
            related=((self._names[fact.stream], OWN), *self._named(fact.event, fact.stream)),
        )

    def _things(self) -> Iterator[Thing]:
        streams = list(self._names)
        held: dict[str, list[Stint[Any]]] = defaultdict(list)
        for stint in self._look.held(streams):
            held[stint.stream].append(stint)
        for noun, some in _by_noun(streams).items():
            ways: dict[str, list[Stint[Any]]] = defaultdict(list)
            for stint in self._look.told(OF_NOUN[noun], some):
                ways[stint.stream].append(stint)
            for stream in some:
                yield self._thing(stream, ways[stream], held[stream])

    def _thing(self, stream: str, ways: Sequence[Stint[Any]], held: Sequence[Stint[Any]]) -> Thing:
        states = (Turn("state", str(stint.row.state), self._since(stint)) for stint in ways)
        holders = [Turn("holder", self._holder(stint.row.holder), self._since(stint)) for stint in held]
        ends = [
            (stint.ended_by, stint.ended) for stint in held if stint.ended_by is not None and stint.ended is not None
        ]
        if held and len(ends) == len(held):
            holders.append(Turn("holder", "nobody", self._when(*max(ends))))
        related = self._named(ways[-1].row, stream) if ways else ()
        return Thing(
            id=self._names[stream], kind=noun_of(stream), turns=(*_once(states), *_once(holders)), related=related
        )

    def _named(self, value: Any, stream: str) -> tuple[tuple[str, str], ...]:
        """The things that it names, and as what."""
        found = ((self._names[one], field) for field, one in _ids(value) if one in self._names and one != stream)
        return tuple(dict.fromkeys(found))

    def _holder(self, holder: str) -> str:
        """By role: one person's are those they have today."""
        kind = noun_of(holder)
        if kind == "person":
            return " and ".join(self._posts.get(holder, ())) or kind
        return holder.removeprefix("role-").replace("-", "_") if kind == "role" else kind

    def _since(self, stint: Stint[Any]) -> str:
        return self._when(stint.begun_by, stint.began)

    def _when(self, seq: int, moment: Moment) -> str:
        """When the fact at `seq` happened, which may be none of those that are told."""
        return self._time(seq) if seq in self._days else _at(clock.day_of(moment, self._zone), 0)

    def _day(self, fact: Fact) -> Day:
        return clock.day_of(fact.happened, self._zone)

    def _time(self, seq: int) -> str:
        day, place = self._days[seq]
        return _at(day, place)


def _numbered(facts: Iterable[Fact]) -> dict[str, str]:
    """What each thing is called here: an id of the ledger may say to the millisecond when it was made."""
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    for fact in facts:
        if fact.stream not in names:
            noun = noun_of(fact.stream)
            counts[noun] += 1
            names[fact.stream] = f"{noun}-{counts[noun]}"
    return names


def _ordered(facts: Iterable[Fact], day_of: Any) -> dict[int, tuple[Day, int]]:
    """The day of each fact, and its place in it."""
    places: Counter[Day] = Counter()
    found: dict[int, tuple[Day, int]] = {}
    for fact in facts:
        day = day_of(fact)
        found[fact.seq] = (day, places[day])
        places[day] += 1
    return found


def _at(day: Day, place: int) -> str:
    moment = moment_of(day) + min(place, LAST) * MICRO
    return as_datetime(moment).isoformat().replace("+00:00", "Z")


def _once(turns: Iterable[Turn]) -> Iterator[Turn]:
    """Without what was so already."""
    before = None
    for turn in turns:
        if turn.value != before:
            yield turn
        before = turn.value


def _by_noun(streams: Collection[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for stream in streams:
        found[noun_of(stream)].append(stream)
    return dict(sorted(found.items()))


def _ids(value: Any, field: str = "") -> Iterator[tuple[str, str]]:
    """Every text in it, with the name of the field it stands in."""
    if isinstance(value, str):
        yield field, value
    elif isinstance(value, tuple):
        for one in value:
            yield from _ids(one, field)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from _ids(getattr(value, name), name)


def _precision(occurred: str | None) -> str:
    if occurred is None or len(occurred) >= len("2025-01-17"):
        return "day"
    return "week" if "W" in occurred else {4: "year", 7: "month"}[len(occurred)]


def _said(event: Event) -> dict[str, str]:
    """Choices among words of our own, and days that were named: nothing anybody wrote."""
    return {name: str(value) for name in _choices(type(event)) if (value := getattr(event, name)) is not None}


@cache
def _choices(event: type[Event]) -> tuple[str, ...]:
    return tuple(field.encode_name for field in sealing.fields(event) if all(map(_is_choice, sealing.kinds(field))))


def _is_choice(kind: msgspec.inspect.Type) -> bool:
    return isinstance(kind, msgspec.inspect.LiteralType | msgspec.inspect.BoolType | msgspec.inspect.NoneType)
