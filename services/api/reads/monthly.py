"""The month of the moment asked about: what was said, answered and put right in it so far, and what waits then."""

from flask import Response
from msgspec import Struct

from services import clock
from services.api.reading import AtAMoment, Reading, shown
from services.api.reads.asking import Read
from services.api.reads.board import enter
from services.api.shapes.words import Position
from services.reader import monthly as reader
from services.reader.monthly import UnitMonth
from workflows.kernel.months import Month, month_of


class MonthCounts(Struct, frozen=True, kw_only=True):
    """Of one unit ("" what belongs to none). `said` to `removed` came about in the month and stand; `fixed` was on the spot,
    `removed` are barriers whose removal was verified. The last three wait at the moment asked about."""

    unit: str
    said: int
    thanked: int
    answered: int
    heard: int
    disagreed: int
    no_reply: int
    cannot_be_reached: int
    withdrawn: int
    fixed: int
    resolved: int
    declined: int
    removed: int
    rounds_held: int
    rounds_not_held: int
    owed: int
    open_issues: int
    open_barriers: int


class MonthOfUnit(Struct, frozen=True):
    at: Position
    month: Month
    counts: MonthCounts


class MonthOfHospital(Struct, frozen=True):
    """Units in the order they were opened; they are not ranked."""

    at: Position
    month: Month
    units: tuple[MonthCounts, ...]


def of_unit(seen: Reading, slug: str) -> Response:
    """The month of a unit."""
    enter(seen, slug, "read.board")
    month = _month(seen)
    return shown(MonthOfUnit(seen.at, month, _counts(reader.months(seen.look, [slug], month)[0])), seen.at)


def of_hospital(seen: Reading) -> Response:
    """The month of every unit."""
    seen.must("month", "read.figures", None)
    month = _month(seen)
    units = ["", *(one.row.slug for one in seen.look.units() if one.row.slug)]
    found = reader.months(seen.look, units, month)
    return shown(MonthOfHospital(seen.at, month, tuple(map(_counts, found))), seen.at)


def _month(seen: Reading) -> Month:
    return month_of(clock.day_of(seen.asked.until, seen.house.plate.zone))


def _counts(of: UnitMonth) -> MonthCounts:
    return MonthCounts(
        unit=of.slug,
        rounds_held=of.held,
        rounds_not_held=of.not_held,
        owed=of.waits.owed,
        open_issues=of.waits.issues,
        open_barriers=of.waits.barriers,
        **{str(what): count for what, count in of.came.items()},
    )


READS = (
    Read(id="month", path="/month", shape=MonthOfHospital, ask=of_hospital, query=AtAMoment),
    Read(
        id="units.month",
        path="/units/<string:unit>/month",
        shape=MonthOfUnit,
        ask=of_unit,
        noun="unit",
        query=AtAMoment,
    ),
)
