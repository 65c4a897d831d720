"""What a look answers about a year of rounds: each visit with what was heard and what was open, the months, the figures."""

from collections.abc import Callable, Mapping, Sequence
from typing import get_args

from msgspec import Struct

from projections.cadence import Cadence, Kept, Quota
from projections.lives import Stint
from projections.rounds import HELD, ROUNDS, RoundsRow
from projections.rounds_figures import RoundsFigures, Walked, figures
from projections.share import Share
from projections.solved import SOLVED, Ease
from projections.units import HOSPITAL, UNITS, UnitRow
from services.reader.views import Look
from workflows.kernel.moments import Day, utc_day
from workflows.kernel.months import Month, first_day, month_of, months_after
from workflows.kernel.terms import Terms
from workflows.rounds.commands import Kind

MONTHS = 12


class Year(Struct, frozen=True, kw_only=True):
    """Twelve months of one unit up to the day looked at. `easy` are issues solved that were found easy when weighed, of all
    that were solved and weighed."""

    figures: RoundsFigures
    months: Mapping[Kind, tuple[Kept, ...]]
    quotas: tuple[Quota, ...]
    easy: Share


def year(look: Look, unit: str, read: Callable[[str | None], Terms], day: Day) -> Year:
    """`read` gives the terms of an adoption by their digest: each month is held against what was asked for then."""
    began = first_day(months_after(month_of(day), 1 - MONTHS))
    visits = [one for one in look.rounds(unit) if one.row.visit.day >= began and one.row.visit.day <= day]
    every = [one.row for one in look.rounds(unit)]
    cadence = cadence_of(look, unit, read, day)
    return Year(
        figures=figures(walked(look, unit, visits)),
        months={kind: cadence.months(every, kind, MONTHS) for kind in get_args(Kind)},
        quotas=cadence.quotas(every),
        easy=_easy(look, unit),
    )


def walked(look: Look, unit: str, visits: Sequence[Stint[RoundsRow]]) -> tuple[Walked, ...]:
    """Each visit with what belongs to it, and what was open when it was held."""
    heard = [one.row for one in look.heard_in(unit)]
    held = {
        one.stream: one.began
        for one in reversed(look.told(ROUNDS, [one.stream for one in visits]))
        if one.row.state in HELD
    }
    return tuple(
        Walked(
            stream=one.stream,
            row=one.row,
            heard=tuple(row for row in heard if row.rounds == one.stream),
            open_then=look.open_on(unit, held[one.stream]) if one.stream in held else frozenset(),
        )
        for one in visits
    )


def cadence_of(look: Look, unit: str, read: Callable[[str | None], Terms], day: Day) -> Cadence:
    adopted = [(utc_day(one.began), one.row.terms) for one in look.told(UNITS, ["hospital"])]

    def terms(month: Month) -> Terms:
        """As in force when the month began."""
        digest = next((digest for since, digest in reversed(adopted) if since <= first_day(month)), None)
        return read(digest).of(unit)

    rows: dict[str, UnitRow] = {one.row.slug: one.row for one in look.units()}
    pauses = rows[HOSPITAL].pauses if HOSPITAL in rows else ()
    adoptions = rows[unit].practices if unit in rows else ()
    return Cadence(terms=terms, adoptions=adoptions, pauses=pauses, today=day)


def _easy(look: Look, unit: str) -> Share:
    found: dict[Ease, int] = {ease: look.count(SOLVED, {"unit": [unit], "ease": [ease]}) for ease in get_args(Ease)}
    return Share(found["easy"], found["easy"] + found["hard"])
