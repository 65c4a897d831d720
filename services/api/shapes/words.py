"""Words and moments, as every shape has them."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_type_hints

from msgspec import Meta, Struct

from workflows.kernel.grammar import Correction, Ref
from workflows.kernel.moments import Moment, as_datetime

Text = Annotated[str | None, Meta(description="Words of a person; null where none were given or they were erased.")]
Instant = Annotated[str, Meta(description="ISO 8601, UTC.", extra_json_schema={"format": "date-time"})]
Date = Annotated[str, Meta(description="A day in the hospital's zone.", extra_json_schema={"format": "date"})]
Position = Annotated[int, Meta(ge=0, description="A position in the hospital's log.")]


class Words:
    """Clear words by reference; None for those that are gone."""

    def __init__(self, opened: Mapping[Ref, str]) -> None:
        self._opened = opened

    def __call__(self, ref: Ref | None) -> str | None:
        return None if ref is None else self._opened.get(ref)


class Slip(Struct, frozen=True):
    """What was put right: the field `of`, what it said before, since when it says otherwise."""

    of: str
    was: Text
    at: Instant


def slips(corrections: tuple[Correction, ...], words: Words) -> tuple[Slip, ...]:
    return tuple(Slip(one.of, _was(one, words), instant(one.at)) for one in corrections)


def _was(correction: Correction, words: Words) -> str | None:
    return words(correction.was) if isinstance(correction.was, Ref) else correction.was


def instant(moment: Moment) -> str:
    return as_datetime(moment).isoformat().replace("+00:00", "Z")


def maybe(moment: Moment | None) -> str | None:
    return None if moment is None else instant(moment)


def refs_in(thing: Any) -> Iterator[Ref]:
    """Every reference to words in rows, however deep."""
    if isinstance(thing, Ref):
        yield thing
    elif isinstance(thing, Struct):
        for name in _leading(type(thing)):
            yield from refs_in(getattr(thing, name))
    elif isinstance(thing, tuple | list):
        for one in thing:
            yield from refs_in(one)


@cache
def _leading(kind: type[Struct]) -> tuple[str, ...]:
    """The fields in which a reference can lie, so that the others need no look."""
    return tuple(name for name, declared in get_type_hints(kind).items() if _leads(declared))


def _leads(declared: Any) -> bool:
    if declared in (Ref, Any) or isinstance(declared, TypeVar):
        return True
    if isinstance(declared, type) and issubclass(declared, Struct):
        return bool(_leading(declared))
    return any(_leads(part) for part in get_args(declared))
