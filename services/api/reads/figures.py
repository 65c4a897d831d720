"""Figures of the hospital or of a unit, over the months up to the moment asked about."""

from collections.abc import Sequence

from flask import Response
from marshmallow import validate
from msgspec import Struct

from services import clock
from services.api.fields import Count
from services.api.reading import AtAMoment, Reading, shown
from services.api.reads.asking import Read
from services.api.reads.board import enter
from services.api.shapes import figures as shapes
from services.api.shapes.figures import Counted, Duties
from services.api.shapes.words import Position
from services.reader import duties as partner
from services.reader import figures as reader
from workflows.kernel.months import Month

MOST = 36


class OverMonths(AtAMoment):
    """Over how long."""

    months = Count(
        load_default=12,
        validate=validate.Range(1, MOST),
        metadata={"description": "So many months, that of the moment asked about being the last."},
    )


class HospitalFigures(Struct, frozen=True):
    """Of all units and of what belongs to none. Units are not ranked."""

    at: Position
    months: tuple[Month, ...]
    figures: Counted


class UnitFigures(Struct, frozen=True):
    """Of one unit; `duties` are those of its executive partner."""

    at: Position
    months: tuple[Month, ...]
    figures: Counted
    duties: Duties


def of_hospital(seen: Reading) -> Response:
    """Figures of the hospital."""
    seen.must("figures", "read.figures", None)
    units = [stint.row.slug for stint in seen.look.units()]
    months = _months(seen)
    return shown(HospitalFigures(seen.at, months, _counted(seen, units, months)), seen.at)


def of_unit(seen: Reading, slug: str) -> Response:
    """Figures of a unit, and how the duties of its executive partner are carried."""
    enter(seen, slug, "read.board")
    months, clerk = _months(seen), seen.house.clerk
    house, least = clerk.standards.now()[1], clerk.terms.now()[1].pause_days
    carried = partner.duties(seen.look, slug, months, _day(seen), house=house, least=least)
    return shown(UnitFigures(seen.at, months, _counted(seen, [slug], months), shapes.duties(carried)), seen.at)


def _counted(seen: Reading, units: Sequence[str], months: Sequence[Month]) -> Counted:
    zone = seen.house.plate.zone
    found = reader.figures(seen.look, units, months, _day(seen), lambda moment: clock.day_of(moment, zone))
    return shapes.counted(found)


def _months(seen: Reading) -> tuple[Month, ...]:
    return reader.months_up_to(_day(seen), seen.query["months"])


def _day(seen: Reading) -> str:
    return clock.day_of(seen.asked.until, seen.house.plate.zone)


READS = (
    Read(id="figures", path="/figures", shape=HospitalFigures, ask=of_hospital, query=OverMonths),
    Read(
        id="units.figures",
        path="/units/<string:unit>/figures",
        shape=UnitFigures,
        ask=of_unit,
        noun="unit",
        query=OverMonths,
    ),
)
