"""The timeline as OCEL 2.0, the JSON of it: every value is a text, as its published schema asks."""

from collections import defaultdict
from collections.abc import Iterable

import msgspec
from msgspec import Struct, field

from services.exporting.timeline.told import Entry, Thing, Timeline

ALWAYS = ("role", "precision", "recorded")


class Attribute(Struct, frozen=True):
    name: str
    value: str


class Turned(Struct, frozen=True):
    """An attribute of an object, since when it is so."""

    name: str
    value: str
    time: str


class Declared(Struct, frozen=True):
    name: str
    type: str = "string"


class Kind(Struct, frozen=True):
    name: str
    attributes: tuple[Declared, ...]


class Relation(Struct, frozen=True, rename="camel"):
    object_id: str
    qualifier: str


class Happened(Struct, frozen=True):
    id: str
    type: str
    time: str
    attributes: tuple[Attribute, ...]
    relationships: tuple[Relation, ...]


class Object(Struct, frozen=True):
    id: str
    type: str
    attributes: tuple[Turned, ...]
    relationships: tuple[Relation, ...]


class Log(Struct, frozen=True, kw_only=True):
    event_types: tuple[Kind, ...] = field(name="eventTypes")
    object_types: tuple[Kind, ...] = field(name="objectTypes")
    events: tuple[Happened, ...]
    objects: tuple[Object, ...]


def written(timeline: Timeline) -> bytes:
    log = Log(
        event_types=_kinds((entry.name, (*ALWAYS, *entry.said)) for entry in timeline.entries),
        object_types=_kinds((thing.kind, [turn.name for turn in thing.turns]) for thing in timeline.things),
        events=tuple(_happened(number, entry) for number, entry in enumerate(timeline.entries, start=1)),
        objects=tuple(map(_object, timeline.things)),
    )
    return msgspec.json.format(msgspec.json.encode(log), indent=1) + b"\n"


def _kinds(found: Iterable[tuple[str, Iterable[str]]]) -> tuple[Kind, ...]:
    """Each kind once, with every attribute that any of it has."""
    kinds: dict[str, dict[str, None]] = defaultdict(dict)
    for name, attributes in found:
        kinds[name].update(dict.fromkeys(attributes))
    return tuple(Kind(name, tuple(map(Declared, attributes))) for name, attributes in sorted(kinds.items()))


def _happened(number: int, entry: Entry) -> Happened:
    attributes = {"role": entry.role, "precision": entry.precision, "recorded": entry.recorded, **entry.said}
    return Happened(
        f"entry-{number}",
        entry.name,
        entry.time,
        tuple(Attribute(name, value) for name, value in attributes.items()),
        _relations(entry.related),
    )


def _object(thing: Thing) -> Object:
    turns = tuple(Turned(turn.name, turn.value, turn.time) for turn in thing.turns)
    return Object(thing.id, thing.kind, turns, _relations(thing.related))


def _relations(related: Iterable[tuple[str, str]]) -> tuple[Relation, ...]:
    return tuple(Relation(thing, qualifier) for thing, qualifier in related)
