"""Every field of every command, wrong in every way its declaration rules out: 422, the field named, nothing stored."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from msgspec import inspect

from services.api.places import address_of
from tests.api.ward import NOWHERE, Ward
from workflows import lexicon
from workflows.kernel.grammar import Command

WRONG_TYPES: dict[type[inspect.Type], tuple[Any, ...]] = {
    inspect.StrType: (7, True, ["words"], {"a": 1}, 1.5),
    inspect.LiteralType: (7, True, "neither of these", ""),
    inspect.IntType: ("7", True, 1.5, [1], {}),
    inspect.BoolType: (1, 0, "true", "yes", []),
    inspect.VarTupleType: ("one", 7, {}),
}
UNPRINTABLE = ("nul \x00 here", "escape \x1b[2J", "half \ud83d a sign")


@pytest.mark.parametrize("command", lexicon.COMMAND_TYPES.values(), ids=lambda command: command.VERB)
def test_no_field_takes_what_its_declaration_rules_out(shared_ward: Ward, command: type[Command]) -> None:
    before = shared_ward.house.ledger.head()
    for field, sent in _mistakes(command):
        response = shared_ward.post("ines", _path(command), sent)
        assert response.status_code == 422, (field, sent, response.text)
        assert response.mimetype == "application/problem+json"
        named = {error["name"].split(".")[0] for error in response.json["errors"]}  # type: ignore[index]  # a problem
        assert field in named, (field, sent, response.text)
    assert shared_ward.house.ledger.head() == before


def _path(command: type[Command]) -> str:
    noun, verb = command.VERB.split(".")
    begins = lexicon.begins(command)
    address, _ = address_of(noun, begins)
    stream = "4-west" if noun == "unit" else f"{noun}-{NOWHERE}"
    return "/".join(["", noun, *[stream for _ in address], verb])


def _mistakes(command: type[Command]) -> Iterator[tuple[str, dict[str, Any]]]:
    """A field, and a body that is wrong in it."""
    fields = inspect.type_info(command).fields  # type: ignore[attr-defined]  # a command is a struct
    right = {field.name: _fitting(field.type) for field in fields if field.required}
    yield "surprise", {**right, "surprise": 1}
    for field in fields:
        if field.required:
            yield field.name, {name: value for name, value in right.items() if name != field.name}
        for wrong in _wrong(field.type):
            yield field.name, {**right, field.name: wrong}


def _wrong(declared: inspect.Type) -> Iterator[Any]:
    plain, nullable = _plain(declared)
    yield from WRONG_TYPES[type(plain)]
    if not nullable:
        yield None
    if isinstance(plain, inspect.StrType):
        yield from UNPRINTABLE
        if plain.pattern:
            yield from ("", "Nobody Knows", "x" * 200, "4-west\n")
        if plain.max_length:
            yield "x" * (plain.max_length + 1)
        if plain.pattern and r"\d{4}" in plain.pattern:
            yield from ("2025-02-30", "2025-13-01", "0000-01-01", "٢٠٢٥-٠١-٠١")
    if isinstance(plain, inspect.IntType):
        yield from (10**30, -1)
    if isinstance(plain, inspect.VarTupleType):
        yield [_fitting(plain.item_type)] * ((plain.max_length or 1000) + 1)
        yield ["seven"] if isinstance(_plain(plain.item_type)[0], inspect.IntType) else [7]


def _plain(declared: inspect.Type) -> tuple[inspect.Type, bool]:
    if isinstance(declared, inspect.Metadata):
        return _plain(declared.type)
    if isinstance(declared, inspect.UnionType):
        (one,) = (part for part in declared.types if not isinstance(part, inspect.NoneType))
        return _plain(one)[0], True
    return declared, False


def _fitting(declared: inspect.Type) -> Any:
    """A value its type takes."""
    plain, _ = _plain(declared)
    match plain:
        case inspect.StrType(pattern=pattern):
            return next(one for one in _EXAMPLES if not pattern or re.search(pattern, one))
        case inspect.LiteralType(values=values):
            return values[0]
        case inspect.IntType(ge=least):
            return least or 1
        case inspect.BoolType():
            return True
        case _:
            return []


_EXAMPLES = (
    "some words",
    "2026-01-01",
    "a" * 64,
    "4-west",
    "team_leader",
    "developing.agenda",
    "4-west.118",
    "role-cno",
    f"person-{NOWHERE}",
    f"issue-{NOWHERE}",
    f"barrier-{NOWHERE}",
    f"concern-{NOWHERE}",
    f"rounds-{NOWHERE}",
    f"promise-{NOWHERE}",
    f"key-{NOWHERE}",
    "118.what",
    "America/Chicago",
    "2026-Q1",
    f"standard-{NOWHERE}",
    f"story-{NOWHERE}",
    f"measure-{NOWHERE}",
    f"learning-{NOWHERE}",
)
