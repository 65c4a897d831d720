"""What the four responsibilities are seen by, read once."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec
from jsonschema import Draft202012Validator
from msgspec import Struct

from assessments.maturity import ComponentKey
from workflows.kernel.practices import Practice

Horizon = Literal["near", "middle", "far"]
ResponsibilityKey = Literal["learning", "safety", "trust", "alignment"]
FigureKey = Literal["learned", "answered", "responded", "weighed", "visited", "kept", "removed", "solution"]


class Figure(Struct, frozen=True, forbid_unknown_fields=True):
    """A share: what it is called, and of what it counts what."""

    title: str
    counts: str


class Responsibility(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`figure` shows how it is carried, counted from when `practice` was taken up (None: always), against `goal` in percent.
    `asked` are the items of each instrument that speak of it, each shown where `least` answered; `survey` is said while nobody
    was asked them."""

    title: str
    says: str
    figure: FigureKey
    practice: Practice | None
    goal: int
    survey: str
    asked: Mapping[str, tuple[str, ...]]
    least: int
    components: tuple[ComponentKey, ...]


class Ready(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A goal that a place can take as it is: `target` percent within so many `months`."""

    figure: FigureKey
    horizon: Horizon
    target: int
    months: int
    why: str


class Scorecard(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`beside`: the figures that stand beside what leaders say of a component; `ready`: goals to take as they are."""

    responsibilities: Mapping[ResponsibilityKey, Responsibility]
    figures: Mapping[FigureKey, Figure]
    beside: Mapping[ComponentKey, tuple[FigureKey, ...]]
    ready: Mapping[Horizon, Ready]


@cache
def scorecard() -> Scorecard:
    shelf = files("assessments.scorecard")
    document = shelf.joinpath("scorecard.json").read_bytes()
    Draft202012Validator(json.loads(shelf.joinpath("scorecard.schema.json").read_bytes())).validate(
        json.loads(document)
    )
    return msgspec.json.decode(document, type=Scorecard)
