"""A document as questions: what a page of settings is given by each of its documents."""

import re
from collections.abc import Callable, Collection, Mapping
from typing import Any, Literal

from msgspec import Struct
from werkzeug.datastructures import MultiDict

from services.web.layout import Field, Group
from services.web.visit import Visit
from workflows.hospital.commands import Setting

Typed = MultiDict[str, str]
NO_KEY = re.compile(r"[^a-z]+")
SHORT = 90


class Sheet(Struct, frozen=True, kw_only=True):
    """One document: what it is, its questions for (visit, in force, as it came, typed), and what was typed laid over it, as
    plain values that are checked before anything becomes of them."""

    setting: Setting
    shape: type[Any]
    title: str
    lede: str
    asked: Callable[[Visit, Any, Any, Typed], tuple[Group, ...]]
    told: Callable[[Visit, Any, Typed], Mapping[str, Any]]


def words(
    typed: Typed,
    name: str,
    title: str,
    now: str,
    came: str,
    *,
    hint: str = "",
    kind: Literal["text", "words"] = "words",
) -> Field:
    """A question about words: as they were typed, else as they are."""
    rows = 2 if len(now) < 2 * SHORT and "\n" not in now else 4
    said = " ".join(part for part in (hint, origin(now, came)) if part)
    return Field(name, title, said, kind, value=typed.get(name, now), optional="", rows=rows)


def origin(now: str, came: str) -> str:
    """Where it comes from."""
    if now == came:
        return "As it came with Heard."
    if not came:
        return "Of this hospital."
    first = " / ".join(came.splitlines())
    return f"Changed here. It came as: {first if len(first) <= SHORT else first[: SHORT - 1] + '…'}"


def lines(said: str) -> list[str]:
    """One thing on each line."""
    return [line.strip() for line in said.splitlines() if line.strip()]


def in_order(chosen: Collection[str], before: Collection[str]) -> list[str]:
    """What was chosen: first what stood there already, as it stood, then what is new."""
    return [*(one for one in before if one in chosen), *(one for one in chosen if one not in before)]


def key_for(title: str, taken: Collection[str]) -> str:
    """A key of its own for something new: small letters that nothing else is called."""
    plain = NO_KEY.sub("_", title.lower()).strip("_")[:30].rstrip("_") or "one_more"
    key = plain if len(plain) > 1 else f"{plain}_"
    while key in taken:
        key += "_"
    return key
