"""Reading a body: JSON in UTF-8, each name once, numbers that are numbers, not too deep, not too long. Nothing is repaired."""

import json
import math
from typing import Any

from flask import Request
from werkzeug.exceptions import RequestEntityTooLarge

from services.api.problems import Declined, problem

LONGEST = 1_000_000
"""Bytes of a body."""
DEEPEST = 8
"""Lists and objects inside one another."""


class Unclear(ValueError):
    """What was sent can be read two ways, or none; the message is a sentence."""


def of(request: Request) -> Any:
    """The body as JSON; `{}` when there is none. Declined with 400, 413 or 415."""
    sent = _bytes(request)
    if not sent:
        return {}
    if request.mimetype != "application/json":
        raise Declined(problem(415, "Send the body as application/json."))
    try:
        return read(sent)
    except Unclear as error:
        raise Declined(problem(400, str(error))) from error


def read(sent: bytes) -> Any:
    """JSON, strictly. Unclear for anything else."""
    try:
        value = json.loads(
            sent.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_number, parse_float=_finite
        )
    except UnicodeDecodeError as error:
        raise Unclear(f"The body is not UTF-8 (byte {error.start}).") from error
    except json.JSONDecodeError as error:
        raise Unclear(f"The body is not JSON: {error.msg} at character {error.pos}.") from error
    except (RecursionError, ValueError) as error:
        raise error if isinstance(error, Unclear) else Unclear("The body is not JSON that can be read.") from error
    if _depth(value) > DEEPEST:
        raise Unclear(f"The body is nested more than {DEEPEST} deep.")
    return value


def _bytes(request: Request) -> bytes:
    request.max_content_length = LONGEST
    try:
        return request.get_data()
    except RequestEntityTooLarge as error:
        raise Declined(problem(413, "The body is larger than 1 MB. Nothing was stored; send less.")) from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise Unclear("The body names the same field twice.")
    if not all(name.isprintable() for name in found):
        raise Unclear("The body names a field that cannot be printed.")
    return found


def _no_number(name: str) -> None:
    raise Unclear(f"{name} is not a number of JSON.")


def _finite(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        _no_number(digits)
    return number


def _depth(value: Any) -> int:
    """Breadth first, so that depth costs no stack."""
    depth, level = 0, [value]
    while level:
        depth += any(isinstance(one, dict | list) for one in level)
        level = [inner for one in level for inner in _inside(one)]
    return depth


def _inside(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []
