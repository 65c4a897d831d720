"""The practices a unit takes up one after the other, each from a day on. Figures and policies ask `adopted`: what a unit has
not taken up yet is never counted as missed."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Literal, get_args

from msgspec import Struct
from msgspec.structs import replace

from workflows.kernel.moments import Day

Practice = Literal[
    "log",  # what is unsafe stands on a tracking log
    "voice",  # anybody may speak, also without a name
    "answers",  # whoever spoke hears back
    "rounds",  # an executive comes and listens
    "barriers",  # what stands in the way has a holder
    "lessons",  # something is learned from what went wrong
    "measures",  # harm and process are counted, and looked at together
    "surveys",  # people are asked how safe and heard they are
    "scorecard",  # what leaders answer for, on one page
    "charter",  # the project has a mission, a plan and what it needs
    "decisions",  # what is decided is weighed and looked at again
    "maturity",  # leaders rate how far they have come
    "registers",  # what authorities ask for is on record
]
PRACTICES: tuple[Practice, ...] = get_args(Practice)

FROM_THE_START: tuple[Practice, ...] = ("log", "voice", "answers")
"""What every unit does from the day it opens."""

SUGGESTED: Mapping[Practice, int] = MappingProxyType(
    {
        **dict.fromkeys(FROM_THE_START, 0),
        **dict.fromkeys(("rounds", "barriers"), 30),
        **dict.fromkeys(("lessons", "measures", "surveys", "scorecard"), 91),
        **dict.fromkeys(("charter", "decisions", "maturity", "registers"), 365),
    }
)
"""Days after a unit opens by which most could take it up: a suggestion, and no clock."""


class Adoption(Struct, frozen=True):
    """`practice` from `since` on, and no longer from `until` on."""

    practice: Practice
    since: Day
    until: Day | None = None

    def covers(self, day: Day) -> bool:
        return self.since <= day and (self.until is None or day < self.until)


def adopted(adoptions: Iterable[Adoption], practice: Practice, day: Day) -> bool:
    """Whether the practice was in use on that day."""
    return any(one.practice == practice and one.covers(day) for one in adoptions)


def in_use(adoptions: Iterable[Adoption], practice: Practice) -> Adoption | None:
    """The adoption that nobody has set aside, also one that begins on a day to come."""
    return next((one for one in adoptions if one.practice == practice and one.until is None), None)


def taken_up(adoptions: tuple[Adoption, ...], practice: Practice, since: Day) -> tuple[Adoption, ...]:
    """With this practice from that day on; said again with another day, that day counts."""
    rest = tuple(one for one in adoptions if one.practice != practice or one.until is not None)
    return (*rest, Adoption(practice, since))


def set_aside(adoptions: tuple[Adoption, ...], practice: Practice, since: Day) -> tuple[Adoption, ...]:
    """No longer from that day on; what would end before it began never was."""
    ended = tuple(
        replace(one, until=since) if one.practice == practice and one.until is None else one for one in adoptions
    )
    return tuple(one for one in ended if one.until is None or one.since < one.until)
