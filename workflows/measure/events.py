"""What can have happened to a measure. Ids, days and numbers were checked when asked and are plain here."""

from typing import Literal, get_args

from workflows.kernel import correcting
from workflows.kernel.grammar import Event, Text
from workflows.kernel.periods import Every
from workflows.measure.commands import Better, Kind, Part


class Registered(Event, frozen=True, kw_only=True):
    """A rate is `per` so many of `per_what`. `goal` is a decimal number as it was typed."""

    NAME = "measure.registered"

    unit: str | None
    title: Text
    kind: Kind
    definition: Text
    source: Text
    owner: str
    every: Every
    better: Better
    per: int | None
    per_what: Text | None
    goal: str | None
    serves: str | None


class Recorded(Event, frozen=True, kw_only=True):
    """For days since, `period` is the day it happened, and there is no number."""

    NAME = "measure.recorded"

    period: str
    count: int | None
    of: int | None


class ValueCorrected(Event, frozen=True, kw_only=True):
    """What stood for `period` was `was_count` of `was_of`; it stands for `to` now."""

    NAME = "measure.value_corrected"

    period: str
    was_count: int | None
    was_of: int | None
    to: str
    count: int | None
    of: int | None


class ValueWithdrawn(Event, frozen=True, kw_only=True):
    NAME = "measure.value_withdrawn"

    period: str
    why: Text


class Aimed(Event, frozen=True, kw_only=True):
    NAME = "measure.aimed"

    goal: str | None


class Served(Event, frozen=True, kw_only=True):
    NAME = "measure.served"

    goal: str


class HandedOn(Event, frozen=True, kw_only=True):
    NAME = "measure.handed_on"

    owner: str


class Retired(Event, frozen=True, kw_only=True):
    NAME = "measure.retired"

    why: Text


class Resumed(Event, frozen=True, kw_only=True):
    NAME = "measure.resumed"


class Corrected(correcting.Corrected, frozen=True, kw_only=True):
    NAME = "measure.corrected"

    part: Part | None
    field: Literal["better"] | None


Happened = (
    Registered | Recorded | ValueCorrected | ValueWithdrawn | Aimed | Served | HandedOn | Retired | Resumed | Corrected
)

ALL: tuple[type[Event], ...] = get_args(Happened)
