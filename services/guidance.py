"""Guidance for those who round (`config/rounds.json`, or what the hospital adopted in its place): what is prepared, said, worn
and asked, and how ready a visit is.

Imports the rounds; asked by pages and API.
"""

from collections import Counter
from collections.abc import Mapping
from itertools import cycle, islice
from typing import Literal

from msgspec import Struct

from workflows.kernel.grammar import Refused, refused
from workflows.rounds.commands import Kind
from workflows.rounds.state import Visit

ASKED_AT_A_TIME = 3


class ToPrepare(Struct, frozen=True):
    """One thing that should be ready before rounds; `by` says what makes it so."""

    key: str
    title: str
    by: Literal["tick", "guide", "pre_brief", "providers"]


class Theme(Struct, frozen=True):
    """One theme of the question bank, for those who work here and for patients and families."""

    key: str
    title: str
    staff: tuple[str, ...]
    patient: tuple[str, ...]

    def questions(self, kind: Kind) -> tuple[str, ...]:
        return self.staff if kind == "staff" else self.patient


class Guidance(Struct, frozen=True):
    """The whole document. `opening` and `closing` are words to say, by whom one talks with."""

    to_prepare: tuple[ToPrepare, ...]
    opening: Mapping[Kind, str]
    closing: Mapping[Kind, str]
    wear: str
    not_to_promise: tuple[str, ...]
    themes: tuple[Theme, ...]


class Ready(Struct, frozen=True):
    """One thing to prepare as it stands; `said` is how far it has come, where that can be counted."""

    what: ToPrepare
    is_ready: bool
    said: str = ""


def amiss(wished: Guidance) -> Refused | None:
    """Why rounds cannot go by this: what was ticked names its thing by its key, so each has one of its own."""
    for some in (wished.to_prepare, wished.themes):
        twice = (key for key, times in Counter(one.key for one in some).items() if times > 1)
        if (key := next(twice, None)) is not None:
            return refused("setting.said_twice", what=key)
    return None


def readiness(guidance: Guidance, visit: Visit) -> tuple[Ready, ...]:
    """What should be ready, in order. It flags, and never holds anything up."""
    return tuple(_ready(one, visit) for one in guidance.to_prepare)


def _ready(what: ToPrepare, visit: Visit) -> Ready:
    match what.by:
        case "guide":
            return Ready(what, visit.guide is not None)
        case "pre_brief":
            too_early = visit.briefing_good_until is not None and not visit.is_pre_briefed
            return Ready(what, visit.is_pre_briefed, "too long before" if too_early else "")
        case "providers":
            briefed, of = visit.briefed or (0, 0)
            return Ready(what, 0 < of <= 2 * briefed, f"{briefed} of {of}" if of else "")
        case "tick":
            return Ready(what, what.key in visit.prepared)


def to_ask(guidance: Guidance, kind: Kind, held: int) -> tuple[str, ...]:
    """Three questions for the rounds that come after so many: they go through the themes in turn, and begin again with
    the next question of each."""
    themes = guidance.themes
    first = held * ASKED_AT_A_TIME
    turns = islice(enumerate(cycle(themes)), first, first + ASKED_AT_A_TIME)
    return tuple(theme.questions(kind)[n // len(themes) % len(theme.questions(kind))] for n, theme in turns)
