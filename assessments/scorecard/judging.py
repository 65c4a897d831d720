"""When a goal is met, how consistently, and where a claim lies apart from a figure."""

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from assessments.intervals import wilson
from assessments.maturity import Rating
from workflows.kernel.moments import Day

LEAST = 5
"""Of fewer it is not said that a goal is met, nor that a claim is contradicted."""

Verdict = Literal["certain", "met", "not_met", "few", "not_adopted", "none"]
"""Met, and the lower bound too; met; not met; too few to say; not asked for yet; nothing fell in this time."""


class Period(Struct, frozen=True, kw_only=True):
    """`part` of `whole` in a time; `adopted` whether it was asked for then."""

    name: str
    part: int
    whole: int
    adopted: bool = True

    @property
    def percent(self) -> int | None:
        return round(100 * self.part / self.whole) if self.whole else None

    @property
    def bounds(self) -> tuple[int, int] | None:
        """The interval of 95 % in percent (Wilson)."""
        if not self.whole:
            return None
        low, high = wilson(self.part, self.whole)
        return round(100 * float(low)), round(100 * float(high))


def judged(period: Period, goal: int) -> Verdict:
    """Met is what the number itself says, where it speaks of enough; certain only where its lower bound says so too."""
    if not period.adopted:
        return "not_adopted"
    if not period.whole:
        return "none"
    if period.whole < LEAST:
        return "few"
    if 100 * period.part < goal * period.whole:
        return "not_met"
    bounds = period.bounds
    return "certain" if bounds is not None and bounds[0] >= goal else "met"


class Consistency(Struct, frozen=True):
    """Met in so many periods, of those of which it can be said: what was not asked for was not missed."""

    met: int
    of: int


def consistency(verdicts: Iterable[Verdict]) -> Consistency:
    said = [one for one in verdicts if one in ("certain", "met", "not_met")]
    return Consistency(sum(one != "not_met" for one in said), len(said))


Standing = Literal["certain", "met", "not_yet", "missed", "few"]
"""Of a goal: as the latest period of which it can be said has it; missed where its day is over."""


def standing(verdicts: Sequence[Verdict], due: Day, today: Day) -> Standing:
    said = [one for one in verdicts if one in ("certain", "met", "not_met")]
    if not said:
        return "few"
    match said[-1]:
        case "certain":
            return "certain"
        case "met":
            return "met"
        case _:
            return "missed" if due < today else "not_yet"


Against = Literal["says_more", "says_less", "fits", "few"]
LOW, HIGH = 75, 90
"""Percent below which "advancing" says more than the figures do, and from which "beginning" says less. In a study of rounds 74
of 100 got word of what followed: as much as happens where nobody claims to be advanced."""


def against(rating: Rating, part: int, whole: int) -> Against | None:
    """Where a claim lies beside a figure: None where either says nothing."""
    if rating == "not_assessable" or not whole:
        return None
    if whole < LEAST:
        return "few"
    if rating in ("advancing", "approaching") and 100 * part < LOW * whole:
        return "says_more"
    return "says_less" if rating == "beginning" and 100 * part >= HIGH * whole else "fits"
