"""marshmallow schemas read from the declaration of a command: the struct is the source, the schema one of its faces.

`title` is the question, `description` the hint, sealed text becomes `Words`, a `Literal` an enum, a tuple a list.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Any, get_args

import msgspec
from marshmallow import RAISE, Schema, fields, validate
from msgspec import inspect

from services.api.fields import Day, Flag, Line, Period, Whole, Words
from workflows.kernel.grammar import Command
from workflows.kernel.moments import Day as DayOfCommand
from workflows.kernel.periods import Period as PeriodOfCommand


class Declared(Schema):
    """Fields that nobody declared are refused."""

    class Meta:
        unknown = RAISE


@cache
def schema_of(command: type[Command]) -> type[Schema]:
    """The schema of a command's body, named after its verb: `concern.raise` → `ConcernRaise`."""
    declared = inspect.type_info(command).fields  # type: ignore[attr-defined]  # a command is a struct
    asked = (field for field in declared if not _is_of_an_import(field))
    return Declared.from_dict({field.encode_name: _field(field) for field in asked}, name=name_of(command))


def name_of(command: type[Command]) -> str:
    return "".join(word.capitalize() for word in re.split(r"[._]", command.VERB))


def _field(declared: inspect.Field) -> fields.Field[Any]:
    plain, notes, nullable = _opened(declared.type)
    metadata: dict[str, Any] = dict(notes.extra_json_schema or {}) if notes else {}
    if declared.default is not msgspec.NODEFAULT and declared.default is not None:
        metadata["default"] = declared.default
    sealed = bool(notes and notes.extra and notes.extra.get("sealed"))
    make = _MAKERS[type(plain)]
    return make(plain, sealed, {"required": declared.required, "allow_none": nullable, "metadata": metadata})


def _is_of_an_import(declared: inspect.Field) -> bool:
    """What only a sheet says is asked of nobody."""
    _, notes, _ = _opened(declared.type)
    return bool(notes and notes.extra and notes.extra.get("import_only"))


def _opened(declared: inspect.Type) -> tuple[inspect.Type, inspect.Metadata | None, bool]:
    """The bare type, what is said about it (the outermost word counts), and whether it may be null."""
    if isinstance(declared, inspect.Metadata):
        plain, inner, nullable = _opened(declared.type)
        said = {**((inner and inner.extra_json_schema) or {}), **(declared.extra_json_schema or {})}
        extra = {**((inner and inner.extra) or {}), **(declared.extra or {})}
        return plain, inspect.Metadata(plain, said, extra), nullable
    if isinstance(declared, inspect.UnionType):
        (one,) = (part for part in declared.types if not isinstance(part, inspect.NoneType))
        plain, notes, _ = _opened(one)
        return plain, notes, True
    return declared, None, False


def _text(plain: inspect.StrType, sealed: bool, common: dict[str, Any]) -> fields.Field[Any]:
    if plain.pattern == _DAY:
        common["metadata"]["format"] = "date"
        return Day(validate=_pattern(_DAY), **common)
    if plain.pattern == _PERIOD:
        return Period(validate=_pattern(_PERIOD), **common)
    checks: list[validate.Validator] = [_pattern(plain.pattern)] if plain.pattern else []
    least = 1 if sealed else plain.min_length
    if least is not None or plain.max_length is not None:
        checks.append(validate.Length(min=least, max=plain.max_length))
    return (Words if sealed else Line)(validate=checks, **common)


def _pattern(pattern: str) -> validate.Regexp:
    return validate.Regexp(re.compile(pattern, re.ASCII), error="Must look like {regex}")


def _choice(plain: inspect.LiteralType, _: bool, common: dict[str, Any]) -> fields.Field[Any]:
    return Line(validate=validate.OneOf(plain.values, error="Must be one of: {choices}."), **common)


def _number(plain: inspect.IntType, _: bool, common: dict[str, Any]) -> fields.Field[Any]:
    return Whole(validate=validate.Range(min=plain.ge, max=plain.le), **common)


def _flag(_: inspect.BoolType, __: bool, common: dict[str, Any]) -> fields.Field[Any]:
    return Flag(**common)


def _list(plain: inspect.VarTupleType, _: bool, common: dict[str, Any]) -> fields.Field[Any]:
    inner, notes, nullable = _opened(plain.item_type)
    sealed = bool(notes and notes.extra and notes.extra.get("sealed"))
    item = _MAKERS[type(inner)](inner, sealed, {"required": True, "allow_none": nullable, "metadata": {}})
    return fields.List(item, validate=validate.Length(min=plain.min_length, max=plain.max_length), **common)


_MAKERS: dict[type[inspect.Type], Callable[[Any, bool, dict[str, Any]], fields.Field[Any]]] = {
    inspect.StrType: _text,
    inspect.LiteralType: _choice,
    inspect.IntType: _number,
    inspect.BoolType: _flag,
    inspect.VarTupleType: _list,
}
_DAY: str = get_args(DayOfCommand)[1].pattern
_PERIOD: str = get_args(PeriodOfCommand)[1].pattern
