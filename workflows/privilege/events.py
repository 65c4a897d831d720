"""What can have happened to the privileged."""

from typing import get_args

from workflows.kernel.grammar import Event, Text
from workflows.privilege.commands import Kind


class Designated(Event, frozen=True, kw_only=True):
    """`through` is the issue that took its voices along; `by_default` has no reason of its own."""

    NAME = "privilege.designated"
    INTO = "privileged"

    about: str
    reason: Text | None
    through: str | None
    by_default: bool


class DroppedOut(Event, frozen=True, kw_only=True):
    NAME = "privilege.dropped_out"
    INTO = "open"

    about: str
    reason: Text


class DefaultAdopted(Event, frozen=True, kw_only=True):
    NAME = "privilege.default_adopted"

    kind: Kind
    in_unit: str | None
    reason: Text


class DefaultEnded(Event, frozen=True, kw_only=True):
    NAME = "privilege.default_ended"

    kind: Kind
    in_unit: str | None


class Corrected(Event, frozen=True, kw_only=True):
    NAME = "privilege.corrected"

    about: str
    text: Text


Happened = Designated | DroppedOut | DefaultAdopted | DefaultEnded | Corrected

ALL: tuple[type[Event], ...] = get_args(Happened)
