"""Whether what is asked can stand in a fact: moments and days that there are, people by their ids. What cannot be read again
would stand in the ledger for ever, so it is asked once more here, whoever asks and however."""

import re
from collections.abc import Iterator
from functools import cache
from typing import get_args

from msgspec import inspect

from services import clock
from workflows.kernel.grammar import Behalf, Command, Holder, Refused, refused
from workflows.kernel.moments import Day, Moment, is_day, is_occurred, moment_of
from workflows.kernel.words import (
    AboutId,
    AnyId,
    BarrierId,
    ConcernId,
    DesignableId,
    IssueId,
    LearningId,
    PersonId,
    RoundsId,
    SpokenId,
    SpreadId,
)

_BEHALF = re.compile(get_args(Behalf)[1].pattern, re.ASCII)
_DAYS: frozenset[str] = frozenset({get_args(Day)[1].pattern})
_STREAMS: frozenset[str] = frozenset(
    get_args(one)[1].pattern
    for one in (ConcernId, SpokenId, IssueId, BarrierId, RoundsId, LearningId, SpreadId, AboutId, DesignableId)
)

_ANYBODY: frozenset[str] = frozenset(get_args(one)[1].pattern for one in (Holder, PersonId, AnyId))


def no_day(command: Command) -> Refused | None:
    """The first day of a command that is in no calendar."""
    said = (getattr(command, name) for name in _fields_like(type(command), _DAYS))
    return next((refused("not_a_day") for day in said if day is not None and not is_day(day)), None)


def no_moment(occurred: str | None, now: Moment, zone: str) -> Refused | None:
    """Why nothing can have happened then."""
    if occurred is None:
        return None
    if not is_occurred(occurred):
        return refused("not_a_moment")
    return None if has_come(occurred, now, zone) else refused("still_to_come")


def has_come(occurred: str, now: Moment, zone: str) -> bool:
    """Whether that day has begun in the hospital."""
    return moment_of(occurred) <= clock.end_of(clock.day_of(now, zone), zone)


def nobody(behalf: str | None) -> Refused | None:
    """Why nothing can be said for them: a name, for one, has no place in a fact."""
    return None if behalf is None or _BEHALF.match(behalf) else refused("on_behalf_of_nobody")


def streams_named(command: Command) -> Iterator[str]:
    """What a command names beside the one it is given to."""
    yield from _named(command, _STREAMS)


def known_to_all(command: Command) -> Iterator[str]:
    """Whom and what a command names that nobody must be able to see, but that has to be there: people, parties, units; what
    left the building."""
    yield from _named(command, _ANYBODY)


def _named(command: Command, patterns: frozenset[str]) -> Iterator[str]:
    for name in _fields_like(type(command), patterns):
        said = getattr(command, name)
        yield from said if isinstance(said, tuple) else () if said is None else (said,)


@cache
def _fields_like(command: type[Command], patterns: frozenset[str]) -> tuple[str, ...]:
    declared = inspect.type_info(command).fields  # type: ignore[attr-defined]  # a command is a struct
    return tuple(field.name for field in declared if not patterns.isdisjoint(_patterns(field.type)))


def _patterns(declared: inspect.Type) -> Iterator[str]:
    if isinstance(declared, inspect.Metadata):
        yield from _patterns(declared.type)
    elif isinstance(declared, inspect.UnionType):
        for part in declared.types:
            yield from _patterns(part)
    elif isinstance(declared, inspect.VarTupleType):
        yield from _patterns(declared.item_type)
    elif isinstance(declared, inspect.StrType) and declared.pattern:
        yield declared.pattern
