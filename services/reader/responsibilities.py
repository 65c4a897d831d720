"""What a look answers about the responsibilities of leaders: the figure of each, in a span of days."""

from collections.abc import Collection, Mapping
from typing import Any

from assessments.scorecard import FigureKey
from projections import responsibilities as reckoned
from projections.durations import DURATIONS
from projections.responsibilities import DayOf, Span
from projections.share import Share
from projections.units import HOSPITAL
from projections.voiced import VOICED
from services.reader.views import Look
from workflows.kernel.months import Month, month_of, months_after
from workflows.kernel.terms import Terms


def figures(
    look: Look, units: Collection[str], span: Span, *, terms: Terms, day_of: DayOf
) -> Mapping[FigureKey, Share]:
    """Of these units ("" what belongs to none). Disrespect is counted in the whole hospital alone: its units nobody learns."""
    slugs = [slug for slug in units if slug]
    shares: dict[FigureKey, Share] = {
        "learned": reckoned.learned(look.paces(slugs).values(), span),
        "answered": reckoned.within(
            _took(look, units, "answered", span), terms.answer_days + terms.deliver_days, span.today
        ),
        "weighed": reckoned.weighed((one.row for one in look.decisions(units)), span, day_of),
        "visited": reckoned.visited((one.row for slug in slugs for one in look.rounds(slug)), span),
        "kept": reckoned.kept_in((one.row for one in look.ledger(units)), span, day_of),
        "solution": _solutions(look, units, span),
        "removed": reckoned.within(_took(look, units, "removed", span), terms.remove_days, span.today),
    }
    if HOSPITAL in units:
        shares["responded"] = reckoned.responded((one.row for one in look.incidents()), span, day_of)
    return shares


def answered_by_unit(look: Look, units: Collection[str], span: Span, terms: Mapping[str, Terms]) -> Mapping[str, Share]:
    """One of them for each of many units, asked for at once; each by the `terms` of its own."""
    wanted: Any = {"unit": units, "aim": ["answered"], "month": _months(span)}
    found: dict[str, dict[tuple[str, str], int]] = {unit: {} for unit in units}
    for (unit, since, took), count in look.tallied(DURATIONS, wanted, ("unit", "since", "took")).items():
        found[unit][since, took] = count
    days = {unit: one.answer_days + one.deliver_days for unit, one in terms.items()}
    return {unit: reckoned.within(counts, days[unit], span.today) for unit, counts in found.items()}


def _solutions(look: Look, units: Collection[str], span: Span) -> Share:
    counts = look.tallied(VOICED, {"unit": units, "month": _months(span)}, ("solution",))
    return Share(counts.get(("offered",), 0), sum(counts.values()))


def _took(look: Look, units: Collection[str], aim: str, span: Span) -> Mapping[tuple[str, str], int]:
    """By the day it began, while it goes on, and by what it took: of what began in the months of the span."""
    found: Any = look.tallied(DURATIONS, {"unit": units, "aim": [aim], "month": _months(span)}, ("since", "took"))
    return found  # type: ignore[no-any-return] # both columns are texts


def _months(span: Span) -> list[Month]:
    first, last = month_of(span.first), month_of(span.last)
    found = [first]
    while found[-1] < last:
        found.append(months_after(found[-1], 1))
    return found
