"""A composite in every group of a cut: shares, means, agreement; and of all people together, how far it is one thing."""

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from assessments.agreement import Icc, NotComputable, alpha, icc, omega, slight_skew, spread, uniform, within_groups
from assessments.instrument import Composite, Instrument, Scale
from assessments.scoring.ballots import Table
from assessments.scoring.counting import Cut, Falls
from assessments.scoring.persons import POSITIVE_SAQ, Tally, columns_of, enough, pomp, tally

Floats = NDArray[np.float64]


class Persons(Struct, frozen=True):
    """A composite in all groups: `[groups]` each, but for what is of all people together."""

    n: NDArray[np.int64]
    percent: Floats
    mean: Floats
    sd: Floats
    agree: Floats
    agreement: Floats
    strict: Floats
    alpha: float | NotComputable
    omega: float | NotComputable
    icc: Icc | NotComputable


def composite_by_group(instrument: Instrument, composite: Composite, table: Table, cut: Cut, falls: Falls) -> Persons:
    order = {item.id: at for at, item in enumerate(instrument.items)}
    at = [order[name] for name in composite.items]
    columns = columns_of(instrument, composite, table)
    found = spread(columns)
    scores = tally(columns, enough(instrument.missing, len(at)), cut)
    n, mean, sd = _spread(scores, cut.count)
    scale = instrument.scale_of(instrument.item(composite.items[0]))
    variances = falls.variance[:, at]
    skewed = slight_skew(len(scale.values))
    return Persons(
        n,
        _percent(falls, at),
        mean,
        sd,
        _agree(scores, scale, n),
        within_groups(variances, uniform(len(scale.values))),
        np.full(cut.count, np.nan) if isinstance(skewed, NotComputable) else within_groups(variances, skewed),
        alpha(found),
        omega(found),
        icc(scores.score, scores.group, cut.count, scores.times),
    )


def _spread(scores: Tally, count: int) -> tuple[NDArray[np.int64], Floats, Floats]:
    """People with a score, their mean and standard deviation (n - 1 below), by group."""
    n = np.bincount(scores.group, weights=scores.times, minlength=count)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.bincount(scores.group, weights=scores.times * scores.score, minlength=count) / n
        apart = scores.times * (scores.score - mean[scores.group]) ** 2
        squares = np.bincount(scores.group, weights=apart, minlength=count)
        return n.astype(np.int64), mean, np.where(n > 1, np.sqrt(squares / (n - 1)), np.nan)


def _percent(falls: Falls, at: list[int]) -> Floats:
    """The unweighted mean of the items' percent positive, over items that anybody of the group answered."""
    valid, positive = falls.valid[:, at], falls.positive[:, at]
    here = valid > 0
    each = np.divide(100.0 * positive, valid, out=np.zeros(valid.shape), where=here)
    with np.errstate(invalid="ignore", divide="ignore"):
        found: Floats = each.sum(axis=1) / here.sum(axis=1)
    return found


def _agree(scores: Tally, scale: Scale, n: NDArray[np.int64]) -> Floats:
    reached = pomp(scores.score, scale.least, scale.most) >= POSITIVE_SAQ - 1e-9
    with np.errstate(invalid="ignore", divide="ignore"):
        found: Floats = 100 * np.bincount(scores.group, weights=scores.times * reached, minlength=len(n)) / n
    return found
