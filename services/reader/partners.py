"""What a look answers about partners and teams: a year of meetings, the chairs of a team, the leaders of the house."""

from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct

from projections import meetings, teams
from projections.lives import Stint
from projections.meetings import Figures, MonthLine, Pauses
from projections.partnerships import PartnershipRow
from projections.teams import Chair, Leading
from projections.units import HOSPITAL, UnitRow
from services.reader.views import Look
from workflows.kernel.moments import Day
from workflows.kernel.months import month_of, months_after

MONTHS = 12


class Year(Struct, frozen=True, kw_only=True):
    """The twelve months up to the one looked at, of one unit: all its partnerships ever, the months, what they come to."""

    partnerships: tuple[Stint[PartnershipRow], ...]
    months: tuple[MonthLine, ...]
    figures: Figures

    @property
    def current(self) -> Stint[PartnershipRow] | None:
        """The one that meets."""
        return next((one for one in self.partnerships if one.row.meets), None)

    @property
    def coming(self) -> tuple[Stint[PartnershipRow], ...]:
        """Those that have not begun."""
        return tuple(one for one in self.partnerships if one.row.state in ("nominated", "eligible", "agreed"))


def years(look: Look, units: Collection[str], day: Day, least: int) -> Mapping[str, Year]:
    """By unit. `least` is how many days of a month a pause must take."""
    declared = next((one.row.pauses for one in look.units() if one.row.slug == HOSPITAL), ())
    found = look.partnerships(units)
    return {
        slug: _year(look, slug, [one for one in found if one.row.unit == slug], Pauses(declared, least), day)
        for slug in units
    }


def _year(look: Look, slug: str, found: list[Stint[PartnershipRow]], pauses: Pauses, day: Day) -> Year:
    last = month_of(day)
    rows = [one.row for one in found]
    lines = meetings.months(rows, pauses, months_after(last, 1 - MONTHS), last)
    walked = [one.row for one in look.rounds(slug, ("held", "summarised"))]
    promises = [one.row for one in look.promises(slug, ("owed", "kept"))]
    return Year(partnerships=tuple(found), months=lines, figures=meetings.figures(rows, lines, walked, promises))


class Together(Struct, frozen=True, kw_only=True):
    """What the years of all units come to. `below_rank` meet by a waiver, `unsigned` can be partners and have not signed."""

    figures: Figures
    below_rank: int
    unsigned: int
    at_risk: int
    graduated: int


def together(found: Iterable[Year]) -> Together:
    every = tuple(found)
    meeting = [year.current.row for year in every if year.current]
    return Together(
        figures=sum((year.figures for year in every), Figures()),
        below_rank=sum(row.is_below_rank for row in meeting),
        unsigned=sum(one.row.state == "eligible" for year in every for one in year.coming),
        at_risk=sum(row.course.at_risk is not None for row in meeting),
        graduated=sum(row.state == "graduated" for row in meeting),
    )


def waived(look: Look, units: Iterable[str]) -> frozenset[tuple[str, str]]:
    """Which rules are set aside today, as pairs of unit ("" for the hospital) and rule."""
    return frozenset((one.row.unit, one.row.waived.rule) for slug in {*units, HOSPITAL} for one in look.waivers(slug))


def chairs(row: UnitRow, looked_for: tuple[str, ...], without: frozenset[tuple[str, str]]) -> tuple[Chair, ...]:
    return teams.chairs(row, looked_for, {rule for where, rule in without if where in (row.slug, HOSPITAL)})


def leading(
    rows: Iterable[UnitRow], of_hospital: tuple[str, ...], of_unit: tuple[str, ...], without: frozenset[tuple[str, str]]
) -> Leading:
    return teams.leading(rows, of_hospital, of_unit, without)
