"""What a command asks, read from its declaration: the struct is the source, a form is one of its faces."""

import types
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Meta, Struct

from workflows.kernel.grammar import Command, Holder, UnitSlug
from workflows.kernel.moments import Day, Time
from workflows.kernel.periods import Period
from workflows.kernel.words import Amount, Discipline, PersonId, Role, RuleKey

Kind = Literal[
    "text",
    "words",
    "choice",
    "date",
    "time",
    "number",
    "money",
    "flag",
    "holder",
    "person",
    "unit",
    "role",
    "stream",
    "discipline",
    "rule",
    "period",
    "position",
    "amount",
]
STREAMS = (
    "concern",
    "issue",
    "barrier",
    "rounds",
    "promise",
    "grievance",
    "decision",
    "waiver",
    "partnership",
    "standard",
    "message",
    "focus",
    "measure",
    "panel",
    "learning",
    "story",
    "presentation",
    "notice",
    "conduct",
    "assessment",
    "campaign",
    "rating",
    "goal",
)
WAITING = "waiting"
"""How a voice is named that waits to enter the record."""


class Question(Struct, frozen=True, kw_only=True):
    """One field of a command. `options`: the values of a choice, in the order declared; `nouns`: of which a stream may be;
    `many`: several may be chosen; `default` as a form holds it, "" for none."""

    name: str
    title: str
    hint: str
    kind: Kind
    required: bool
    options: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    many: bool = False
    default: str = ""
    longest: int | None = None
    least: int | None = None
    most: int | None = None


@cache
def questions(command: type[Command]) -> tuple[Question, ...]:
    """In the order declared, without what only an import says."""
    hints = get_type_hints(command, include_extras=True)
    asked = (field for field in msgspec.structs.fields(command) if not _is_of_an_import(hints[field.name]))
    return tuple(_question(field, hints[field.name]) for field in asked)


def _is_of_an_import(hint: Any) -> bool:
    return any((meta.extra or {}).get("import_only") for meta in _metas(hint))


def _question(field: msgspec.structs.FieldInfo, hint: Any) -> Question:
    metas = list(_metas(hint))
    default = field.default if field.default is not msgspec.NODEFAULT else None
    plain = _item(_plain(hint))
    kind = "text" if field.name == "slug" else _kind(field.name, metas, plain)
    return Question(
        name=field.name,
        title=next((meta.title for meta in metas if meta.title), field.name),
        hint=next((meta.description for meta in metas if meta.description), ""),
        kind=kind,
        required=field.required and kind != "flag",
        options=_options(hint),
        nouns=_nouns(metas) if kind == "stream" else (),
        many=get_origin(_plain(hint)) is tuple,
        default=_default(kind, default),
        longest=next((meta.max_length for meta in metas if meta.max_length), None),
        least=next((int(meta.ge) for meta in metas if meta.ge is not None), None),
        most=next((int(meta.le) for meta in metas if meta.le is not None), None),
    )


def _kind(name: str, metas: list[Meta], plain: Any) -> Kind:
    patterns = {meta.pattern for meta in metas if meta.pattern}
    if any((meta.extra or {}).get("sealed") for meta in metas):
        return "words"
    for kind, declared in _BY_PATTERN:
        if declared in patterns:
            return kind
    if any(_nouns([meta]) for meta in metas):
        return "stream"
    if get_origin(plain) is Literal:
        return "choice"
    if plain is bool:
        return "flag"
    return {"money": "money", "seen": "position"}.get(name, "number") if plain is int else "text"  # type: ignore[return-value] # they are kinds


def _metas(hint: Any) -> Iterator[Meta]:
    """Every Meta on the way in, the outermost first."""
    if get_origin(hint) is Annotated:
        inner, *metas = get_args(hint)
        yield from (meta for meta in reversed(metas) if isinstance(meta, Meta))
        yield from _metas(inner)
    elif get_origin(hint) in (Union, types.UnionType, tuple):
        for part in get_args(hint):
            yield from _metas(part)


def _plain(hint: Any) -> Any:
    """The type without what is said about it, and without None."""
    if get_origin(hint) is Annotated:
        return _plain(get_args(hint)[0])
    if get_origin(hint) in (Union, types.UnionType):
        return next(_plain(part) for part in get_args(hint) if part is not type(None))
    return hint


def _item(plain: Any) -> Any:
    """Where several may be chosen: what each of them is."""
    return _plain(get_args(plain)[0]) if get_origin(plain) is tuple else plain


def _default(kind: Kind, default: Any) -> str:
    """As a form holds it; of several that may be chosen none is, and left out they are what the declaration says."""
    if kind == "flag":
        return "yes" if default is True else ""
    return "" if isinstance(default, tuple) else str(default or "")


def _options(hint: Any) -> tuple[str, ...]:
    plain = _item(_plain(hint))
    return tuple(map(str, get_args(plain))) if get_origin(plain) is Literal else ()


def _nouns(metas: Iterable[Meta]) -> tuple[str, ...]:
    patterns = [meta.pattern or "" for meta in metas]
    return tuple(
        noun
        for noun in (*STREAMS, WAITING)
        if any(f"{noun}-" in one or f"{noun}|" in one or f"{noun})-" in one for one in patterns)
    )


def _pattern(declared: Any) -> str:
    return next(meta.pattern for meta in _metas(declared) if meta.pattern)


_BY_PATTERN: tuple[tuple[Kind, str], ...] = (
    ("holder", _pattern(Holder)),
    ("person", _pattern(PersonId)),
    ("unit", _pattern(UnitSlug)),
    ("role", _pattern(Role)),
    ("discipline", _pattern(Discipline)),
    ("rule", _pattern(RuleKey)),
    ("date", _pattern(Day)),
    ("time", _pattern(Time)),
    ("period", _pattern(Period)),
    ("amount", _pattern(Amount)),
)
