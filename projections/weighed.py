"""How well are decisions weighed? Figures over rows of `decisions`, of one moment and any units; each says of how many it
speaks. No aim is added to another."""

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from projections.decisions import DecisionRow
from projections.share import Share
from workflows.decision.commands import AIMS, Aim, Effect
from workflows.kernel.moments import Day, Moment


class Weighed(Struct, frozen=True, kw_only=True):
    """Of the decisions that were made: `rated` on all six aims; per aim how many had which effect, and how many were not rated
    on it; those whose first day to be looked at has come, or that were looked at before: `reviewed` by that day. `harms`: how
    many harms stand accepted."""

    rated: Share
    reviewed: Share
    harms: Share
    effects: Mapping[Aim, Mapping[Effect | None, int]]


def weighed(rows: Iterable[DecisionRow], today: Day, day_of: Callable[[Moment], Day]) -> Weighed:
    """`today` is the day looked at; `day_of` a moment's day in the hospital's zone."""
    made = [row for row in rows if row.ruling is not None]
    looked = [timely for row in made if (timely := in_time(row, today, day_of)) is not None]
    harms = [one for row in made for one in row.proposal.ratings if one.effect == "harms"]
    return Weighed(
        rated=Share(sum(row.proposal.is_rated for row in made), len(made)),
        reviewed=Share(sum(looked), len(looked)),
        harms=Share(sum(not one.is_owed for one in harms), len(harms)),
        effects={aim: _effects(made, aim) for aim in AIMS},
    )


def in_time(row: DecisionRow, today: Day, day_of: Callable[[Moment], Day]) -> bool | None:
    """Whether it was looked at by the first day promised for that; None while that day has not come."""
    ruling = row.ruling
    if ruling is None:
        return None
    if ruling.looks:
        return day_of(ruling.looks[0].at) <= ruling.first_review_by
    return None if ruling.first_review_by >= today else False


def _effects(made: Iterable[DecisionRow], aim: Aim) -> Mapping[Effect | None, int]:
    counts: dict[Effect | None, int] = dict.fromkeys(("supports", "neutral", "trade_off", "harms", None), 0)
    for row in made:
        rating = row.proposal.rating(aim)
        counts[rating.effect if rating else None] += 1
    return counts
