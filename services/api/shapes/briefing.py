"""The briefing book: what changed in a unit between two positions of the log, for whoever is about to round."""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from projections.lives import Stint
from services.api.shapes.words import Position, Text, Words


class Spoken(Struct, frozen=True):
    """Something of the book: a voice, an issue, a barrier or a promise, and what it is called."""

    id: str
    title: Text


class Briefing(Struct, frozen=True, kw_only=True):
    """The unit at `at` beside what was known at `since`, when the executive last rounded there; null where nobody ever did.
    `raised` and `answered` are voices, `resolved` and `waiting` issues, `moved` what has another promise than then.
    `promised` and `kept` are the executive's own, `money` what asks for it, `brought` what was brought up for these rounds.
    So often somebody said since that an answer of the executive was heard: `heard_of_yours`."""

    at: Position
    since: Position | None
    guide: str | None
    raised: tuple[Spoken, ...]
    answered: tuple[Spoken, ...]
    resolved: tuple[Spoken, ...]
    waiting: tuple[Spoken, ...]
    moved: tuple[Spoken, ...]
    promised: tuple[Spoken, ...]
    kept: tuple[Spoken, ...]
    money: tuple[Spoken, ...]
    brought: tuple[Spoken, ...]
    heard_of_yours: int
    team: tuple[str, ...]
    first: tuple[str, ...]
    ask: tuple[str, ...]


def lists(book: Mapping[str, Iterable[Stint[Any]]], words: Words) -> dict[str, tuple[Spoken, ...]]:
    """Every list of the book by its name."""
    return {name: spoken(stints, words) for name, stints in book.items()}


def spoken(stints: Iterable[Stint[Any]], words: Words) -> tuple[Spoken, ...]:
    return tuple(Spoken(one.stream, words(one.row.title)) for one in stints)
