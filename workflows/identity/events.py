"""What can have happened to an opening of who spoke."""

from typing import get_args

from workflows.kernel.grammar import Event, Text


class Asked(Event, frozen=True, kw_only=True):
    """Somebody else may agree until `until` (µs UTC)."""

    NAME = "identity.asked"

    voice: str
    reason: Text
    until: int


class Agreed(Event, frozen=True, kw_only=True):
    """It may be shown until `until` (µs UTC)."""

    NAME = "identity.agreed"

    until: int


class Declined(Event, frozen=True, kw_only=True):
    NAME = "identity.declined"


class Shown(Event, frozen=True, kw_only=True):
    NAME = "identity.shown"


class Corrected(Event, frozen=True, kw_only=True):
    NAME = "identity.corrected"

    text: Text


Happened = Asked | Agreed | Declined | Shown | Corrected

ALL: tuple[type[Event], ...] = get_args(Happened)
