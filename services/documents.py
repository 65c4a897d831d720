"""Documents from `config/`: read, checked against the JSON Schema beside them, and given a typed shape."""

import json
from functools import cache
from importlib.resources import files
from typing import TypeVar

import jsonschema
import msgspec

T = TypeVar("T")


class BadDocument(Exception):
    """A document breaks its schema; the message names the place."""


def read(name: str, shape: type[T]) -> T:
    """`config/<name>.json` as `shape`, after `config/<name>.schema.json` had its say. BadDocument otherwise."""
    return check(files("config").joinpath(f"{name}.json").read_bytes(), name, shape)


def check(document: bytes, name: str, shape: type[T]) -> T:
    """Any document that claims to be a `name`, from inside or outside."""
    try:
        jsonschema.validate(json.loads(document), _schema(name))
        return msgspec.json.decode(document, type=shape)
    except (jsonschema.ValidationError, ValueError) as error:
        reason = error.message if isinstance(error, jsonschema.ValidationError) else str(error)
        raise BadDocument(f"This is not a valid {name} document: {reason}") from error


@cache
def _schema(name: str) -> dict[str, object]:
    schema: dict[str, object] = json.loads(files("config").joinpath(f"{name}.schema.json").read_bytes())
    return schema
