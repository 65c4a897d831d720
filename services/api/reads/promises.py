"""The ledger of promises: first day, present day, every reason between, and how many were kept by the first."""

from flask import Response
from msgspec import Struct

from projections.keeping import Kept, kept
from projections.planning import Covered
from services import clock
from services.api.fields import Line
from services.api.reading import Paged, Reading, shown
from services.api.reads.asking import Read
from services.api.shapes.promise import Promise, promise
from services.api.shapes.words import Position


class Scored(Struct, frozen=True, kw_only=True):
    """Scored on the first day promised; `percent` is the share kept by it of those whose first day has come, null where
    there are none."""

    in_time: int
    late: int
    broken: int
    not_due: int
    released: int
    percent: int | None


class Planned(Struct, frozen=True, kw_only=True):
    """Open issues of the units asked for; `of_both`: their plan has an author who leads the hospital and one of the unit."""

    issues: int
    of_both: int
    of_one: int
    percent: int | None


class Promises(Struct, frozen=True):
    """The latest made first; the figures speak of all that were asked for."""

    at: Position
    figures: Scored
    planned: Planned
    promises: tuple[Promise, ...]
    next: str | None


class Whose(Paged):
    """Which promises."""

    unit = Line(metadata={"description": "Only those of this unit."})
    holder = Line(metadata={"description": "Only those of this holder: a person, role, party or unit by its id."})


def promises(seen: Reading) -> Response:
    """Promises, and how many were kept by the first day."""
    unit, holder = seen.query.get("unit"), seen.query.get("holder")
    units = [stint.row.slug for stint in seen.look.units() if unit in (None, stint.row.slug)]
    mine = [slug for slug in units if seen.may("read.issue", slug or None)]
    found = [one for one in seen.look.ledger(mine) if holder in (None, one.row.pledge.holder)]
    part, cursor = seen.part(found)
    words = seen.words(*part)
    zone = seen.house.plate.zone
    today = clock.day_of(seen.asked.until, zone)
    counted = kept((one.row for one in found), today, lambda moment: clock.day_of(moment, zone))
    issues = seen.look.planned(mine)
    listed = tuple(promise(one, words) for one in part)
    return shown(Promises(seen.at, _scored(counted), _planned(issues), listed, cursor), seen.at)


def _planned(issues: Covered) -> Planned:
    return Planned(issues=issues.issues, of_both=issues.of_both, of_one=issues.of_one, percent=issues.percent)


def _scored(counted: Kept) -> Scored:
    return Scored(
        in_time=counted.in_time,
        late=counted.late,
        broken=counted.broken,
        not_due=counted.not_due,
        released=counted.released,
        percent=counted.percent,
    )


READS = (Read(id="promises", path="/promises", shape=Promises, ask=promises, query=Whose),)
