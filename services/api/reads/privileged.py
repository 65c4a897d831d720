"""What counsel has set apart as privileged, for its readers."""

from flask import Response
from msgspec import Struct

from services.api.reading import AtAMoment, Reading, shown
from services.api.reads.asking import Read
from services.api.shapes.words import Instant, Position, Text, Words, instant, maybe
from workflows.privilege.commands import STREAM, Kind
from workflows.privilege.state import Default, Designation, register


class Apart(Struct, frozen=True, kw_only=True):
    """`about` has been privileged since `since`, and no longer since `until`; `by` set it apart, or a default did."""

    about: str
    since: Instant
    by: Text
    by_default: bool
    through: str | None
    reason: Text
    until: Instant | None
    why_until: Text


class FromTheFirst(Struct, frozen=True, kw_only=True):
    """Voices of `kind` in `unit` (null: in all) are privileged from their first word."""

    kind: Kind
    unit: str | None
    since: Instant
    by: Text
    reason: Text


class Privileged(Struct, frozen=True):
    """As it stands now: a designation outranks every moment that is asked about."""

    at: Position
    designations: tuple[Apart, ...]
    defaults: tuple[FromTheFirst, ...]


def privileged(seen: Reading) -> Response:
    """What is set apart as privileged."""
    seen.must("privilege", "read.privileged", None)
    known = register(seen.house.clerk.memory.get(STREAM).state)
    words = seen.words(known.designations, known.defaults)
    designations = tuple(_apart(one, words) for one in known.designations)
    return shown(Privileged(seen.at, designations, tuple(_default(one, words) for one in known.defaults)), seen.at)


def _apart(one: Designation, words: Words) -> Apart:
    return Apart(
        about=one.about,
        since=instant(one.since),
        by=words(one.by),
        by_default=one.by_default,
        through=one.through,
        reason=words(one.reason),
        until=maybe(one.dropped),
        why_until=words(one.why_dropped),
    )


def _default(one: Default, words: Words) -> FromTheFirst:
    return FromTheFirst(
        kind=one.kind, unit=one.in_unit, since=instant(one.since), by=words(one.by), reason=words(one.reason)
    )


READS = (Read(id="privileged", path="/privileged", shape=Privileged, ask=privileged, query=AtAMoment),)
