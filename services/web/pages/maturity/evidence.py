"""What shows a rating: records that people paste by their address or id."""

import re
from typing import get_args
from urllib.parse import urlsplit

from services.web.layout import Field
from workflows.kernel.words import AboutId

_RECORD = re.compile(get_args(AboutId)[1].pattern, re.ASCII)
MOST = 10
AMISS = "What shows it is given by the addresses of pages here, or by ids: up to ten, with a space between."


def read(typed: str) -> tuple[str, ...] | None:
    """The ids in what was typed; None where something in it is no record, or there are too many."""
    found = tuple(dict.fromkeys(_id(word) for word in typed.split()))
    return found if len(found) <= MOST and all(_RECORD.match(one) for one in found) else None


def _id(word: str) -> str:
    """So: the page of a unit, `/unit/4-west`, is `unit-4-west`; every other page ends in the id of its record."""
    path = urlsplit(word).path.rstrip("/")
    kind, _, last = path.rpartition("/")
    return f"unit-{last}" if kind.endswith("/unit") else last


def field(name: str, value: str) -> Field:
    return Field(name, "What shows it?", "The addresses of pages here: an issue, rounds, a decision.", value=value)
