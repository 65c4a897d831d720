"""One item, or one composite, of one group in figures: what all or nobody of a small group said is told as a bound."""

from math import isnan

from msgspec import Struct
from msgspec.structs import replace

from assessments.disclosure import SMALL, Bound, mean_shown, share_shown
from assessments.instrument import Composite, Instrument, Item
from assessments.intervals import of_mean, wilson
from assessments.scoring import CompositeScore, ItemScore, Share, pomp


class Said(Struct, frozen=True, kw_only=True):
    """One item: of `n` answers so many `percent` positive (or no more, or no less than that: `bound`), with the bounds of
    Wilson's interval; all None where it may not be told. `falls` is how the answers of a large group fall, in the order of the
    options."""

    item: Item
    n: int | None = None
    percent: int | None = None
    low: int | None = None
    high: int | None = None
    bound: Bound = ""
    falls: tuple[int, ...] = ()


class Scaled(Struct, frozen=True, kw_only=True):
    """One composite: the `mean` of the scores of `n` people, from 0 to 100, and how far they lie apart (standard deviation);
    None where too few answered enough of it. `share`, and how far people agree (r_wg(j), against even and against slightly
    skewed answers), where every item of it is told to the point. `agree`: of an instrument that asks for it, the percent of
    people at 75 or more."""

    composite: Composite
    n: int = 0
    mean: float | None = None
    sd: float | None = None
    bound: Bound = ""
    share: Share | None = None
    agreement: float | None = None
    strict: float | None = None
    agree: int | None = None
    agree_bound: Bound = ""

    @property
    def sure(self) -> tuple[int, int] | None:
        """Between which the mean lies in 95 of 100 (Student), no farther than the ends; None where there is none."""
        if self.mean is None or self.sd is None:
            return None
        low, high = map(float, of_mean(self.mean, self.sd, self.n))
        return max(0, round(low)), min(100, round(high))


def said(item: Item, one: ItemScore, *, with_falls: bool = True) -> Said:
    """Whether it may be told is settled elsewhere."""
    if one.n == 0:
        return Said(item=item)
    falls = one.falls if with_falls and one.n >= SMALL else ()
    return share(item, round(one.percent * one.n / 100), one.n, falls)


def share(item: Item, positive: int, n: int, falls: tuple[int, ...] = ()) -> Said:
    """So many of `n` answered positively, as it may be told."""
    told = share_shown(positive, n)
    low, high = (100 * float(end) for end in wilson(told.value * n / 100, n))
    return Said(
        item=item,
        n=n,
        percent=round(told.value),
        low=0 if told.bound == "at_most" else round(low),
        high=100 if told.bound == "at_least" else round(high),
        bound=told.bound,
        falls=falls,
    )


def with_agreement(told: Scaled, one: CompositeScore, share: Share | None) -> Scaled:
    """Where every item of it is told to the point."""
    if share is None or told.mean is None:
        return told
    even, skewed = (None if isnan(rwg) else rwg for rwg in (one.agreement, one.strict))
    return replace(told, share=share, agreement=even, strict=skewed)


def with_agree(told: Scaled, one: CompositeScore) -> Scaled:
    positive = share_shown(round(one.agree * one.n / 100), one.n)
    return replace(told, agree=round(positive.value), agree_bound=positive.bound)


def scale(instrument: Instrument, composite: Composite, n: int, mean: float, sd: float | None) -> Scaled:
    """The mean of `n` people on the scale of their answers, as it may be told."""
    ends = instrument.scale_of(instrument.item(composite.items[0]))
    told = mean_shown(mean, n, ends.least, ends.most)
    return Scaled(
        composite=composite,
        n=n,
        mean=float(pomp(told.value, ends.least, ends.most)),
        sd=None if sd is None else 100 * sd / (ends.most - ends.least),
        bound=told.bound,
    )
