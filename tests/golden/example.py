"""One example of every event, made from its declaration alone, so that it comes out the same today and in ten years."""

from typing import Any
from uuid import UUID

import msgspec
from msgspec import inspect

from services.ledger.contract import Draft
from services.ledger.entry import entry, line
from services.ledger.mapper import FactMapper
from workflows import lexicon
from workflows.kernel.grammar import By, Compartment, Event, Header, SealedPart

HOSPITAL = "alder-creek"
UNIT = "4-west"
_KEYS = {
    "open": "key-00000000000000000000000003",
    "respect": "respectkey-00000000000000000000000003",
    "privileged": "privilegedkey-00000000000000000000000003",
}
SEQ, UNIT_SEQ = 1_024, 128
AT = 1_736_949_900_123_456
"""2025-01-15 14:05:00.123456 UTC."""


def entry_of(event_type: type[Event], mapper: FactMapper) -> bytes:
    """The entry as a ledger would hold it: placed, with every header field filled that can be."""
    unit = UNIT if _compartment(event_type) == "open" else None
    return _placed(mapper.draft(_header(event_type), example(event_type), unit, ()))


def _placed(draft: Draft) -> bytes:
    unit_seq = UNIT_SEQ if draft.unit else None
    return entry(line(HOSPITAL, SEQ, draft.unit, unit_seq, AT), draft.head, draft.body)


def _compartment(event_type: type[Event]) -> Compartment:
    return lexicon.COMPARTMENTS.get(event_type.NAME.partition(".")[0], "open")


def example(event_type: type[Event]) -> Event:
    return msgspec.convert({field.name: _value(field.name, field.type) for field in _fields(event_type)}, event_type)


def _header(event_type: type[Event]) -> Header:
    noun = event_type.NAME.partition(".")[0]
    sealed = [field.name for field in _fields(event_type) if _is_sealed(field.type)]
    compartment = _compartment(event_type)
    by = By("person", "person-7zzzzzzzzzzzzzzzzzzzzzzzzz", "executive_partner")
    if compartment != "open":
        by, sealed = By("person", None, "privacy_officer"), [*sealed, "by"]
    return Header(
        stream=f"{noun}-{'0123456789abcdefghjkmnpqrs'}",
        version=7,
        name=event_type.NAME,
        v=event_type.V,
        command=str(UUID(int=2**127)),
        cause=1_000,
        rule="silence",
        by=by,
        behalf="voice-00000000000000000000000001",
        via="page",
        occurred="2025-01-15T14:05-06:00",
        compartment=compartment,
        terms=3,
        speaks_of=("issue-00000000000000000000000002",),
        sealed=tuple(SealedPart(part, _KEYS[compartment], bytes(range(32))) for part in sealed),
        salt=bytes(range(16)),
    )


def _fields(event_type: type[Event]) -> tuple[inspect.Field, ...]:
    described = inspect.type_info(event_type)
    assert isinstance(described, inspect.StructType)
    return described.fields


def _is_sealed(kind: inspect.Type) -> bool:
    if isinstance(kind, inspect.UnionType):
        return any(_is_sealed(one) for one in kind.types)
    return isinstance(kind, inspect.Metadata) and bool((kind.extra or {}).get("sealed"))


def _value(name: str, kind: inspect.Type) -> Any:
    """Of two it could be, what says more; where words were sealed, the name of their part."""
    match kind:
        case inspect.Metadata(type=bare):
            return _value(name, bare)
        case inspect.UnionType(types=types):
            return _value(name, next(one for one in types if not isinstance(one, inspect.NoneType)))
        case inspect.LiteralType(values=values):
            return values[0]
        case inspect.VarTupleType(item_type=item):
            return (_value(name, item), _value(name, item))
        case inspect.StrType():
            return name
        case inspect.IntType():
            return len(name)
        case inspect.BoolType():
            return True
        case _:
            raise TypeError(f"No example is known for {name}, a {type(kind).__name__}: say here what it looks like.")
