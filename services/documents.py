"""Documents from `config/`: read, checked against the JSON Schema beside them, and given a typed shape."""

import json
from functools import cache
from importlib.resources import files
from typing import TypeVar

import jsonschema
import msgspec
from jsonschema.protocols import Validator
from jsonschema.validators import validator_for

T = TypeVar("T")


class BadDocument(Exception):
    """A document breaks its schema; the message names the place."""


def read(name: str, shape: type[T]) -> T:
    """`config/<name>.json` as `shape`, after `config/<name>.schema.json` had its say. BadDocument otherwise."""
    return _shaped(_ours(name), name, shape)


def check(document: bytes, name: str, shape: type[T]) -> T:
    """Any document that claims to be a `name`, from inside or outside."""
    return _shaped(_sound(document, name), name, shape)


@cache
def _ours(name: str) -> bytes:
    """Looked at once: while a process runs it stays as it is."""
    return _sound(files("config").joinpath(f"{name}.json").read_bytes(), name)


def _sound(document: bytes, name: str) -> bytes:
    try:
        wrong = jsonschema.exceptions.best_match(_judge(name).iter_errors(json.loads(document)))
    except ValueError as error:
        raise _bad(name, error) from error
    if wrong is not None:
        raise _bad(name, wrong.message) from wrong
    return document


@cache
def _judge(name: str) -> Validator:
    schema = json.loads(files("config").joinpath(f"{name}.schema.json").read_bytes())
    return validator_for(schema)(schema)


def _shaped(document: bytes, name: str, shape: type[T]) -> T:
    try:
        return msgspec.json.decode(document, type=shape)
    except ValueError as error:
        raise _bad(name, error) from error


def _bad(name: str, reason: object) -> BadDocument:
    return BadDocument(f"This is not a valid {name} document: {reason}")
