"""Were rounds held as often as was agreed? Month by month and kind by kind, quarter by quarter for nights and weekends.

A unit is asked for rounds in the months that began after it took up the practice, as often as its terms say. Before, and where
they ask for none, it is *not adopted*, which is not the same as missed; rounds held all the same are shown.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Literal

from msgspec import Struct

from projections.rounds import HELD, RoundsRow
from workflows.kernel.moments import Day
from workflows.kernel.months import Month, first_day, grace_ends, last_day, month_of, months_after
from workflows.kernel.pauses import Pause, days_paused
from workflows.kernel.practices import Adoption, adopted
from workflows.kernel.terms import Terms
from workflows.rounds.commands import Kind, Shift

Standing = Literal["executive", "late", "deputy", "team", "not_held", "missed", "paused", "open", "not_adopted"]
"""Who came at best; *late* is in the days of grace; *not held* has its reason on record, *missed* has none."""
QUARTER = 3
ON_QUOTA: tuple[Shift, ...] = ("night", "weekend")
ORDER: tuple[Standing, ...] = ("executive", "deputy", "team")


class Kept(Struct, frozen=True):
    """One month of one kind: so many held, of so many asked for."""

    month: Month
    standing: Standing
    held: int
    asked: int


class Quota(Struct, frozen=True):
    """One quarter from the month it begins: so many rounds held on a shift, of so many asked for. `over` when it is past."""

    shift: Shift
    first: Month
    held: int
    asked: int
    over: bool


class Cadence(Struct, frozen=True, kw_only=True):
    """What one unit was asked for in each month, by the terms of then, and the day looked at."""

    terms: Callable[[Month], Terms]
    adoptions: tuple[Adoption, ...]
    pauses: tuple[Pause, ...]
    today: Day

    def months(self, rows: Collection[RoundsRow], kind: Kind, count: int = 12) -> tuple[Kept, ...]:
        """The last `count` months, the one that runs among them."""
        mine = [row for row in rows if row.visit.kind == kind and row.state != "withdrawn"]
        return tuple(
            self._kept([row for row in mine if self._counts_for(row) == month], month, self._asked(kind, month))
            for month in _last(month_of(self.today), count)
        )

    def quotas(self, rows: Collection[RoundsRow], count: int = 4) -> tuple[Quota, ...]:
        """The last quarters for every shift that is asked for."""
        firsts = [one for one in _last(month_of(self.today), QUARTER * count) if (int(one[5:]) - 1) % QUARTER == 0]
        return tuple(
            self._quota(rows, shift, first, asked)
            for shift in ON_QUOTA
            for first in firsts
            if (asked := self._asked_on(shift, first))
        )

    def _asked(self, kind: Kind, month: Month) -> int:
        """How many rounds; 0 where the practice was not adopted yet."""
        terms = self.terms(month)
        asked = terms.staff_rounds_monthly if kind == "staff" else terms.patient_rounds_monthly
        return asked if self._is_adopted(month) else 0

    def _asked_on(self, shift: Shift, first: Month) -> int:
        terms = self.terms(first)
        asked = terms.night_rounds_quarterly if shift == "night" else terms.weekend_rounds_quarterly
        return asked if self._is_adopted(first) else 0

    def _is_adopted(self, month: Month) -> bool:
        return adopted(self.adoptions, "rounds", first_day(month))

    def _counts_for(self, row: RoundsRow) -> Month:
        """The month they were first set for, as long as its days of grace last; then the one they came to be in."""
        first = month_of(row.visit.first_day)
        in_time = row.state not in HELD or row.visit.day <= self._grace_ends(first)
        return first if in_time else month_of(row.visit.day)

    def _kept(self, rows: Collection[RoundsRow], month: Month, asked: int) -> Kept:
        held = [row for row in rows if row.state in HELD]
        return Kept(month, self._standing(rows, held, month, asked), len(held), asked)

    def _standing(self, rows: Iterable[RoundsRow], held: Collection[RoundsRow], month: Month, asked: int) -> Standing:
        if held and len(held) >= asked:
            return _best(held, month)
        if not asked:
            return "not_adopted"
        if days_paused(self.pauses, first_day(month), last_day(month)) >= self.terms(month).pause_days:
            return "paused"
        if self.today <= self._grace_ends(month):
            return "open"
        return "not_held" if any(row.state == "not_held" for row in rows) else "missed"

    def _grace_ends(self, month: Month) -> Day:
        return grace_ends(month, self.terms(month).rounds_grace_day)

    def _quota(self, rows: Iterable[RoundsRow], shift: Shift, first: Month, asked: int) -> Quota:
        last = months_after(first, QUARTER - 1)
        there = [row for row in rows if row.visit.shift == shift and first <= month_of(row.visit.day) <= last]
        return Quota(shift, first, sum(row.state in HELD for row in there), asked, last_day(last) < self.today)


def _last(month: Month, count: int) -> Iterator[Month]:
    return (months_after(month, n) for n in range(1 - count, 1))


def _best(held: Collection[RoundsRow], month: Month) -> Standing:
    """The executive, in the month itself or in its days of grace; else a deputy, else the team alone."""
    came = [row for row in held if row.colour == "executive"]
    if came and all(month_of(row.visit.day) != month for row in came):
        return "late"
    return next((colour for colour in ORDER if any(row.colour == colour for row in held)), "team")
