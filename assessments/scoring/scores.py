"""All scores of one instrument, in all groups of one cut, with where they come from.

One pass over the answers; everything is an array by group until a page asks for one group in words. Disclosure is decided
elsewhere, over what is to be shown.
"""

from collections.abc import Sequence
from itertools import chain

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from assessments.instrument import Answers, Composite, Instrument
from assessments.intervals import of_mean, wilson
from assessments.scoring.ballots import MISSING, Table, tabulated
from assessments.scoring.counting import Cut, Falls, fall
from assessments.scoring.groups import Persons, composite_by_group
from assessments.scoring.persons import pomp

Floats = NDArray[np.float64]

SCORING = "scoring/1"
"""Changes whenever a number could come out otherwise. What was published keeps the version it was published with."""


class Provenance(Struct, frozen=True):
    """Goes with every number: which words, which rules, which ballots."""

    instrument: str
    version: int
    instrument_digest: str
    scoring: str
    rules: tuple[str, ...]
    ballots: str


class ItemScore(Struct, frozen=True):
    """One item in one group: percent positive with Wilson's bounds, and how raw answers fall, in the order of the options."""

    item: str
    n: int
    falls: tuple[int, ...]
    percent: float
    low: float
    high: float


class CompositeScore(Struct, frozen=True):
    """One composite in one group. `percent` is the unweighted mean of its items' percent positive.

    `mean`, `sd` and bounds are of persons' means over `n` of them, on the scale; `pomp` the mean from 0 to 100; `agree` the
    percent of persons at 75 or more of 100. `agreement` is r_wg(j) against even answers, `strict` against slightly skewed.
    """

    composite: str
    n: int
    percent: float
    mean: float
    sd: float
    low: float
    high: float
    pomp: float
    agree: float
    agreement: float
    strict: float


class Scores(Struct, frozen=True):
    provenance: Provenance
    instrument: Instrument
    n: NDArray[np.int64]
    falls: Falls
    low: Floats
    high: Floats
    by_composite: tuple[Persons, ...]

    def items(self, group: int) -> tuple[ItemScore, ...]:
        falls, every = self.falls, enumerate(self.instrument.items)
        with np.errstate(invalid="ignore", divide="ignore"):
            percent = 100 * falls.positive[group] / falls.valid[group]
        return tuple(
            ItemScore(
                item.id,
                int(falls.valid[group, at]),
                tuple(map(int, falls.by_item[at][group])),
                float(percent[at]),
                100 * float(self.low[group, at]),
                100 * float(self.high[group, at]),
            )
            for at, item in every
        )

    def composites(self, group: int) -> tuple[CompositeScore, ...]:
        return tuple(
            self._told(composite, found, group)
            for composite, found in zip(self.instrument.composites, self.by_composite, strict=True)
        )

    def _told(self, composite: Composite, found: Persons, group: int) -> CompositeScore:
        mean, sd, n = float(found.mean[group]), float(found.sd[group]), int(found.n[group])
        low, high = of_mean(mean, sd, n)
        scale = self.instrument.scale_of(self.instrument.item(composite.items[0]))
        return CompositeScore(
            composite.id,
            n,
            float(found.percent[group]),
            mean,
            sd,
            float(low),
            float(high),
            float(pomp(mean, scale.least, scale.most)),
            float(found.agree[group]),
            float(found.agreement[group]),
            float(found.strict[group]),
        )


def score(instrument: Instrument, table: Table, cut: Cut, ballots: str) -> Scores:
    """Scores of `table` (as `tabulated` lays it out) in the groups of `cut`; `ballots` is the digest of the ballots counted."""
    falls = fall(instrument, table, cut)
    low, high = wilson(falls.positive, falls.valid)
    here = (table != MISSING).any(axis=1)
    return Scores(
        Provenance(instrument.id, instrument.version, instrument.digest, SCORING, _rules(instrument), ballots),
        instrument,
        np.bincount(cut.groups[here], minlength=cut.count),
        falls,
        low,
        high,
        tuple(composite_by_group(instrument, one, table, cut, falls) for one in instrument.composites),
    )


def scored_apart(instrument: Instrument, groups: Sequence[Sequence[Answers]], ballots: str) -> Scores:
    """Those of ballots that lie group by group."""
    table = tabulated(instrument, list(chain.from_iterable(groups)))
    sizes = [len(one) for one in groups]
    return score(instrument, table, Cut(np.repeat(np.arange(len(groups)), sizes), len(groups)), ballots)


def _rules(instrument: Instrument) -> tuple[str, ...]:
    return (
        instrument.scoring,
        f"missing: {instrument.missing}",
        "interval: wilson/1",
        "interval: t/1",
        "size: arithmetic/1",
    )
