"""A document becomes an instrument, or it is said what is wrong with it and where.

A document stands alone: it refers to nothing outside itself, and is bounded in bytes and depth before anybody looks at it.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Any

import msgspec
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from assessments.instrument.canonical import canonical, digest
from assessments.instrument.shape import Instrument
from assessments.instrument.soundness import Finding, unsound

MOST_BYTES = 1_000_000
MOST_DEPTH = 32
MOST_ITEMS = 300
MOST_FINDINGS = 50


def read(document: bytes | Mapping[str, Any]) -> Instrument | tuple[Finding, ...]:
    """The instrument a document describes, or at least one finding; never an exception, whatever was sent."""
    if isinstance(document, bytes):
        found = parsed(document)
        if isinstance(found, Finding):
            return (found,)
        document = found
    if wrong := tuple(islice(_refused(document), MOST_FINDINGS)):
        return wrong
    instrument = msgspec.json.decode(canonical(document), type=Instrument)
    if wrong := tuple(islice(unsound(instrument), MOST_FINDINGS)):
        return wrong
    return msgspec.structs.replace(instrument, digest=digest(document))


def parsed(document: bytes) -> Mapping[str, Any] | Finding:
    """The object these bytes spell, each name once; or why not."""
    if len(document) > MOST_BYTES:
        return Finding("", f"The document is longer than {MOST_BYTES:,} bytes. An instrument is a few pages.")
    try:
        found = json.loads(document, object_pairs_hook=_once, parse_constant=_no_number)
    except RecursionError:
        return _too_deep()
    except ValueError as error:
        return Finding("", f"This is not JSON that can be read: {error}.")
    return (
        found if isinstance(found, dict) else Finding("", "An instrument begins with { and names its items and scales.")
    )


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"{next(name for name in names if names.count(name) > 1)!r} is said twice in one place")
    return found


def _no_number(said: str) -> float:
    raise ValueError(f"{said} is no number")


def _refused(document: Mapping[str, Any]) -> Iterator[Finding]:
    """What makes it not worth looking further; else what its schema says."""
    if deep(document, MOST_DEPTH):
        yield _too_deep()
        return
    if refers := tuple(islice(_references(document, ""), MOST_FINDINGS)):
        yield from (Finding(place, "An instrument stands alone; a $ref is not followed.") for place in refers)
        return
    items = document.get("items")
    if isinstance(items, list) and len(items) > MOST_ITEMS:
        yield Finding("items", f"{len(items):,} items are more than anybody answers; {MOST_ITEMS} is the most.")
        return
    yield from (told(error) for error in _judge().iter_errors(document))


def deep(value: object, left: int) -> bool:
    """Whether something lies deeper than `left`."""
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    return left == 0 or any(deep(one, left - 1) for one in inner)


def _too_deep() -> Finding:
    return Finding("", f"The document is nested more than {MOST_DEPTH} deep. No instrument needs that.")


def _references(value: object, place: str) -> Iterator[str]:
    pairs = value.items() if isinstance(value, Mapping) else enumerate(value) if isinstance(value, list) else ()
    for name, inner in pairs:
        if name == "$ref":
            yield place
        yield from _references(inner, f"{place}/{name}".lstrip("/"))


@cache
def _judge() -> Draft202012Validator:
    return Draft202012Validator(
        json.loads(files("assessments.instrument").joinpath("instrument.schema.json").read_bytes())
    )


def told(error: ValidationError) -> Finding:
    """What a schema has against a document, where."""
    said = error.message if len(error.message) <= 200 else f"{error.message[:200]}…"
    return Finding("/".join(str(part) for part in error.absolute_path), f"{said}.")
