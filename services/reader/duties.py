"""What a look answers about the five duties of an executive partner: with each the figures that show how it is carried."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from projections.charters import charter
from projections.lives import Stint
from projections.promises import SHELVES
from projections.rounds import HELD, RoundsRow
from projections.share import Share
from services.reader import partners
from services.reader.views import Look
from workflows.kernel.moments import Day
from workflows.kernel.months import Month, first_day
from workflows.kernel.standards import Standards


class Duties(Struct, frozen=True, kw_only=True):
    """Of one unit. `executive` is its partner now, None where it has none; `shares` by the key of their figure."""

    executive: str | None
    shares: Mapping[str, Share]


def duties(look: Look, unit: str, months: Sequence[Month], day: Day, *, house: Standards, least: int) -> Duties:
    """`least` is how many days of a month a pause must take for it not to count."""
    year = partners.years(look, [unit], day, least)[unit]
    executive = year.current.row.executive if year.current else None
    whole = charter(house, look.standards(units=[unit]), unit)
    steps = [one.row for one in look.promises(unit, SHELVES)]
    owed = look.desk([executive]) if executive else ()
    late = sum(one.held.row.due is not None and one.held.row.due < day for one in owed)
    return Duties(
        executive=executive,
        shares={
            "met": Share(year.figures.with_executive, year.figures.due),
            "rounds": _rounds(look.rounds(unit), first_day(months[0]), day),
            "technical": Share(*whole.with_steps("technical", steps)),
            "adaptive": Share(*whole.with_steps("socio_adaptive", steps)),
            "overdue": Share(late, len(owed)),
        },
    )


def due_in(found: Sequence[Stint[RoundsRow]], since: Day, until: Day) -> list[Stint[RoundsRow]]:
    """Rounds that were held then, or said not to be."""
    return [
        one
        for one in found
        if since <= one.row.visit.day <= until and (one.row.state in HELD or one.row.state == "not_held")
    ]


def _rounds(found: Sequence[Stint[RoundsRow]], since: Day, until: Day) -> Share:
    """Rounds to which the executive came, of those that were due."""
    due = [one.row for one in due_in(found, since, until)]
    return Share(sum(row.state in HELD and row.colour == "executive" for row in due), len(due))
