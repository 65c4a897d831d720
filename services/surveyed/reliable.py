"""Whether a scale is one thing, and whether units differ more than their people do: of all who answered, or why it cannot be
said. How far units differ is told of those units whose means are told, so that nothing follows about others."""

from collections.abc import Collection, Sequence
from typing import Literal

from msgspec import Struct

from assessments.agreement import Icc, NotComputable
from assessments.instrument import Answers, Composite
from assessments.scoring import Scores, scored_apart

LEAST = 30
"""Below so many people alpha and omega swing too much to say anything."""
Figure = float | Literal["too_few_items", "too_few_people", "too_few_groups", "no_spread", "no_one_factor", "no_null"]


class Reliable(Struct, frozen=True, kw_only=True):
    """Of one composite: `alpha`, `omega`, and of units `icc_1` and, from ten of them on, `icc_2`; each a number, or why there
    is none."""

    composite: Composite
    alpha: Figure
    omega: Figure
    icc_1: Figure = "too_few_groups"
    icc_2: Figure = "too_few_groups"


def reliable(
    scores: Scores, groups: Sequence[Sequence[Answers]] = (), told: Sequence[Collection[int]] = ()
) -> tuple[Reliable, ...]:
    """`scores` of all together; `told`: of each composite the groups whose means are."""
    alike = {frozenset(some): _apart(scores, [groups[one] for one in sorted(some)]) for some in told}
    units = [alike[frozenset(some)] for some in told] or [None] * len(scores.instrument.composites)
    return tuple(_reliable(scores, at, one.by_composite[at].icc if one else None) for at, one in enumerate(units))


def _reliable(scores: Scores, at: int, units: Icc | NotComputable | None) -> Reliable:
    found = scores.by_composite[at]
    many = int(found.n[0]) >= LEAST
    return Reliable(
        composite=scores.instrument.composites[at],
        alpha=_figure(found.alpha) if many else "too_few_people",
        omega=_figure(found.omega) if many else "too_few_people",
        icc_1=_figure(units.one if isinstance(units, Icc) else units),
        icc_2=_figure(_two(units)),
    )


def _two(units: Icc | NotComputable | None) -> float | NotComputable | None:
    if not isinstance(units, Icc):
        return units
    return units.two if units.two_is_shown else None


def _apart(scores: Scores, groups: Sequence[Sequence[Answers]]) -> Scores | None:
    """Of two groups and more."""
    return scored_apart(scores.instrument, groups, "") if len(groups) > 1 else None


def _figure(found: float | NotComputable | None) -> Figure:
    if found is None:
        return "too_few_groups"
    return found.why if isinstance(found, NotComputable) else float(found)
