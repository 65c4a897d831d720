"""Partners and teams: how a unit meets its executive, who sits in its team, who leads in the house."""

from flask import Response
from msgspec import Struct

from projections.units import HOSPITAL
from services import clock
from services.api.problems import unknown
from services.api.reading import AtAMoment, Reading, shown
from services.api.reads.asking import Read
from services.api.reads.board import enter
from services.api.shapes import partnership as shapes
from services.api.shapes import team as team_shapes
from services.api.shapes.partnership import Figures, Month, Partner, Partnership
from services.api.shapes.team import Leading, Posts, Team
from services.api.shapes.words import Position
from services.reader import partners


class OfUnit(Struct, frozen=True, kw_only=True):
    """All partnerships the unit ever had, and those of units it goes on from; the twelve months up to the moment asked about,
    and what these come to."""

    at: Position
    partnerships: tuple[Partnership, ...]
    months: tuple[Month, ...]
    figures: Figures


class TeamShown(Struct, frozen=True, kw_only=True):
    """A unit's safety team and who leads there."""

    at: Position
    team: Team
    leading: Leading


class UnitLine(Struct, frozen=True, kw_only=True):
    """`active` is who meets with the unit; `coming` those named who do not yet. Months are the last twelve."""

    unit: str
    active: Partner | None
    coming: tuple[Partner, ...]
    figures: Figures


class Partnerships(Struct, frozen=True, kw_only=True):
    """Units by partners. `below_rank` are active ones by a waiver, `unsigned` those who can be it and have not signed."""

    at: Position
    units: tuple[UnitLine, ...]
    figures: Figures
    below_rank: int
    unsigned: int
    at_risk: int
    graduated: int
    leading: Posts


def of_unit(seen: Reading, slug: str) -> Response:
    """A unit's executive partner, and a year of their meetings."""
    enter(seen, slug, "read.board")
    year = _years(seen, [slug])[slug]
    found = (*year.partnerships, *seen.look.partnerships(seen.look.before))
    words = seen.words(found)
    answer = OfUnit(
        at=seen.at,
        partnerships=tuple(shapes.partnership(stint, words) for stint in found),
        months=tuple(map(shapes.month, year.months)),
        figures=shapes.figures(year.figures),
    )
    return shown(answer, seen.at)


def a_team(seen: Reading, slug: str) -> Response:
    """A unit's safety team, its empty chairs, and who leads there and in the whole hospital."""
    enter(seen, slug, "read.board")
    rows = [stint.row for stint in seen.look.units() if stint.row.slug in (slug, HOSPITAL)]
    row = next((one for one in rows if one.slug == slug), None)
    if row is None:
        raise unknown("unit")
    terms, without = seen.house.clerk.settings.team, partners.waived(seen.look, [slug])
    found = partners.leading(rows, terms.leaders.hospital, terms.leaders.unit, without)
    answer = TeamShown(
        at=seen.at,
        team=team_shapes.team(row, partners.chairs(row, terms.chairs, without), dict(terms.disciplines)),
        leading=team_shapes.leading(found, seen.words(found.informal)),
    )
    return shown(answer, seen.at)


def every(seen: Reading) -> Response:
    """Units by executive partners, and who leads in the house."""
    seen.must("hospital", "read.figures", None)
    rows = [stint.row for stint in seen.look.units() if stint.row.is_open]
    slugs = [stint.row.slug for stint in seen.look.units() if stint.row.slug != HOSPITAL]
    years = _years(seen, slugs)
    terms, without = seen.house.clerk.settings.team, partners.waived(seen.look, slugs)
    found = partners.leading(rows, terms.leaders.hospital, terms.leaders.unit, without)
    whole = partners.together(years.values())
    answer = Partnerships(
        at=seen.at,
        units=tuple(
            UnitLine(
                unit=slug,
                active=shapes.partner(year.current) if year.current else None,
                coming=tuple(map(shapes.partner, year.coming)),
                figures=shapes.figures(year.figures),
            )
            for slug, year in years.items()
        ),
        figures=shapes.figures(whole.figures),
        below_rank=whole.below_rank,
        unsigned=whole.unsigned,
        at_risk=whole.at_risk,
        graduated=whole.graduated,
        leading=team_shapes.posts(found),
    )
    return shown(answer, seen.at)


def _years(seen: Reading, slugs: list[str]) -> dict[str, partners.Year]:
    day = clock.day_of(seen.asked.until, seen.house.plate.zone)
    return dict(partners.years(seen.look, slugs, day, seen.house.clerk.terms.now()[1].pause_days))


READS = (
    Read(
        id="units.partnership",
        path="/units/<string:unit>/partnership",
        shape=OfUnit,
        ask=of_unit,
        noun="unit",
        query=AtAMoment,
    ),
    Read(id="units.team", path="/units/<string:unit>/team", shape=TeamShown, ask=a_team, noun="unit"),
    Read(id="partnerships", path="/partnerships", shape=Partnerships, ask=every),
)
