"""Does the unit meet its executive every month? Reckoned from the rows of its partnerships and its rounds, of whichever day
they are; nothing is stored."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from projections.partnerships import PartnershipRow
from projections.promises import PromiseRow
from projections.rounds import RoundsRow
from workflows.kernel.months import Month, first_day, last_day, months_after
from workflows.kernel.pauses import Pause, days_paused
from workflows.partnership.course import Met, Period, Standing, periods, standing

MonthStanding = Standing | Literal["not_due"]


class MonthLine(Struct, frozen=True, kw_only=True):
    """How a month stands. It is due when it is the one by which a meeting is owed; what was held in others is shown and
    counted as held, not as due. `met` are its meetings, whoever came."""

    month: Month
    standing: MonthStanding
    due: bool
    met: tuple[Met, ...] = ()


class Pauses(Struct, frozen=True):
    """Those of the hospital, and how many days of a month they must take for it not to count."""

    declared: tuple[Pause, ...]
    least: int

    def take(self, period: Period) -> bool:
        return days_paused(self.declared, first_day(period.first), last_day(period.last)) >= self.least


class Figures(Struct, frozen=True, kw_only=True):
    """Of months that are over and were not paused: `due`. `with_executive` of them had a meeting with the executive, `late` of
    these in the days of grace. Of all meetings `held`, `attended` with the executive. Months `paused` count nowhere. Of
    what its executives `promised` and what is settled or over its day, what was `kept` by the first day."""

    due: int = 0
    with_executive: int = 0
    late: int = 0
    with_deputy: int = 0
    team_alone: int = 0
    missed: int = 0
    paused: int = 0
    held: int = 0
    attended: int = 0
    moved: int = 0
    not_held: int = 0
    rounds: int = 0
    without_guide: int = 0
    promised: int = 0
    kept: int = 0

    def __add__(self, other: "Figures") -> "Figures":
        pairs = ((name, getattr(self, name) + getattr(other, name)) for name in self.__struct_fields__)
        return Figures(**dict(pairs))


def months(rows: Sequence[PartnershipRow], pauses: Pauses, first: Month, last: Month) -> tuple[MonthLine, ...]:
    """Each month from `first` to `last`, from all partnerships of one unit."""
    due = {month: how for row in rows for month, how in _due(row, pauses, last)}
    found = []
    month = first
    while month <= last:
        met = tuple(one for row in rows for one in row.course.met if one.month == month)
        how = due.get(month) or _best(met)
        found.append(MonthLine(month=month, standing=how, due=month in due, met=met))
        month = months_after(month, 1)
    return tuple(found)


def _due(row: PartnershipRow, pauses: Pauses, last: Month) -> Iterator[tuple[Month, Standing]]:
    """The month at which each time that is due is shown: that of the meeting, else its last."""
    for period in periods(row.course):
        if period.first > last:
            return
        how = standing(row.course, period)
        if how in ("missed", "open") and pauses.take(period):
            how = "paused"
        shown = [one.month for one in row.course.met if period.holds(one.month)]
        yield shown[0] if shown else period.last, how


def _best(met: Iterable[Met]) -> MonthStanding:
    """Of a month that nobody owes."""
    colours = {one.colour for one in met}
    return next((colour for colour in ("executive", "deputy", "team") if colour in colours), "not_due")


def figures(
    rows: Sequence[PartnershipRow],
    lines: Iterable[MonthLine],
    walked: Iterable[RoundsRow],
    promises: Iterable[PromiseRow] = (),
) -> Figures:
    """Of these months; rounds, promises, and meetings that were moved or not held, are those of all times."""
    seen = list(lines)
    over = [line.standing for line in seen if line.due and line.standing not in ("open", "paused")]
    held = [one for line in seen for one in line.met]
    executives = {row.executive for row in rows}
    due = [row for row in promises if row.pledge.holder in executives and (row.state == "kept" or row.pledge.broken)]
    done = [row.visit for row in walked if row.state in ("held", "summarised")]
    return Figures(
        due=len(over),
        with_executive=over.count("executive") + over.count("late"),
        late=over.count("late"),
        with_deputy=over.count("deputy"),
        team_alone=over.count("team"),
        missed=over.count("missed"),
        paused=sum(line.standing == "paused" for line in seen),
        held=len(held),
        attended=sum(one.colour == "executive" for one in held),
        moved=sum(row.course.moves for row in rows),
        not_held=sum(len(row.course.not_met) for row in rows),
        rounds=len(done),
        without_guide=sum(visit.guide is None for visit in done),
        promised=len(due),
        kept=sum(row.state == "kept" and not row.pledge.broken and not row.pledge.moves for row in due),
    )
