"""A body for every command that its schema takes, made from its declaration alone."""

import re
from collections.abc import Mapping
from typing import Any

from msgspec import inspect

from workflows.kernel.grammar import Command

_NOUNS = ("issue", "concern", "barrier", "rounds", "learning", "party", "person", "unit", "standard")
_PLAIN = (
    "words",
    "2099-01-02",
    "2099-Q1",
    "INC-12",
    "1.what",
    "4-west.1",
    "America/Denver",
    "en",
    "key-" + "0" * 26,
    "a" * 64,
)
"""What a text can look like, the likeliest first."""


def body_of(command: type[Command], told: Mapping[str, str], role: str) -> dict[str, Any]:
    """`told` gives an id of every noun, `role` one that is held where the command gives roles."""
    described = inspect.type_info(command)
    assert isinstance(described, inspect.StructType)
    known = {**told, "role": role}
    wanted = [field for field in described.fields if field.required or field.name == "unit"]
    return {field.encode_name: _value(field.name, field.type, known) for field in wanted}


def _value(name: str, kind: inspect.Type, known: Mapping[str, str]) -> Any:
    match kind:
        case inspect.Metadata(type=bare):
            return _value(name, bare, known)
        case inspect.UnionType(types=types):
            return _value(name, next(one for one in types if not isinstance(one, inspect.NoneType)), known)
        case inspect.LiteralType(values=values):
            return values[0]
        case inspect.VarTupleType(item_type=item):
            return [_value(name, item, known)]
        case inspect.IntType(ge=least):
            return least or 0
        case inspect.BoolType():
            return True
        case inspect.StrType(pattern=pattern):
            return _text(name, pattern or "", known)
        case _:
            raise TypeError(f"Say here what {name}, a {type(kind).__name__}, looks like.")


def _text(name: str, pattern: str, known: Mapping[str, str]) -> str:
    tried = (known.get(name), *(known[noun] for noun in _NOUNS), *_PLAIN) if pattern else ("words",)
    return next(one for one in tried if one is not None and re.match(pattern, one, re.ASCII))
