"""What those who were asked said, once it was counted: shares of enough of them, with how sure they are.

Ballots are opened here and nowhere else, and only scores leave this module. An item that fewer answered than the campaign
promised is left out; what all or nobody of a small group said is told as a bound, and how its answers fall is not told at all.
"""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from assessments.campaign import Campaign
from assessments.disclosure import ORDINARY, SMALL, Bound, Limits, mean_shown, share_shown
from assessments.instrument import Answers, Composite, Instrument, Item
from assessments.intervals import wilson
from assessments.scoring import CompositeScore, Cut, ItemScore, Provenance, pomp, rounded_rate, score, tabulated
from services import carding
from services.balloting import ballots_of
from services.house import House
from services.instruments import asked_by

STEP = 5
"""How many answers are still needed is said in such steps."""


class Said(Struct, frozen=True, kw_only=True):
    """One item: of `n` answers so many `percent` positive (or no more, or no less than that: `bound`), with the bounds of
    Wilson's interval; all None where too few answered it. `falls` is how the answers of a large group fall, in the order of
    the options."""

    item: Item
    n: int | None = None
    percent: int | None = None
    low: int | None = None
    high: int | None = None
    bound: Bound = ""
    falls: tuple[int, ...] = ()


class Scaled(Struct, frozen=True, kw_only=True):
    """One composite: the `mean` of the scores of `n` people, from 0 to 100, and how far they lie apart (standard deviation);
    None where too few answered enough of it."""

    composite: Composite
    n: int = 0
    mean: float | None = None
    sd: float | None = None
    bound: Bound = ""


class Result(Struct, frozen=True, kw_only=True):
    """`needed`: so many more answers at least until anything is shown, while it is open; `rate`: of those who could answer
    when it opened, in percent and in steps of five, once enough have."""

    instrument: Instrument
    needed: int | None
    rate: int | None = None
    items: tuple[Said, ...] = ()
    scales: tuple[Scaled, ...] = ()
    provenance: Provenance | None = None


def result(house: House, stream: str, campaign: Campaign) -> Result | None:
    """None where what was asked is not here."""
    instrument = asked_by(house, campaign)
    if instrument is None:
        return None
    if campaign.digest is None:
        if campaign.stage != "open":
            return Result(instrument=instrument, needed=None)
        there = carding.ballots(house, stream, campaign)
        needed = -(-max(0, campaign.least - there) // STEP) * STEP
        return Result(instrument=instrument, needed=needed, rate=_rate(campaign, there))
    ballots = ballots_of(house, stream)
    limits = Limits(pulse=True, few=campaign.least < ORDINARY)
    return replace(told(instrument, ballots, campaign.digest, limits), rate=_rate(campaign, len(ballots)))


def told(instrument: Instrument, ballots: Sequence[Answers], digest: str, limits: Limits) -> Result:
    """What may be told of these ballots, which lie under `digest`."""
    found = score(instrument, tabulated(instrument, ballots), Cut.everybody(len(ballots)), digest)
    return Result(
        instrument=instrument,
        needed=None,
        items=tuple(_said(instrument.item(one.item), one, limits) for one in found.items(0)),
        scales=tuple(
            _scaled(instrument, composite, one, limits)
            for composite, one in zip(instrument.composites, found.composites(0), strict=True)
        ),
        provenance=found.provenance,
    )


def _rate(campaign: Campaign, there: int) -> int | None:
    """Whoever began later may answer, too, so there can be more answers than there were people."""
    if campaign.roster is None:
        return None
    found = rounded_rate(there, sum(campaign.roster.eligible), 0, campaign.least)
    return None if found is None else min(found, 100)


def _said(item: Item, one: ItemScore, limits: Limits) -> Said:
    if one.n < limits.least(respect=item.respect, whole_unit=True):
        return Said(item=item)
    return share(item, round(one.percent * one.n / 100), one.n, one.falls if one.n >= SMALL else ())


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


def _scaled(instrument: Instrument, composite: Composite, one: CompositeScore, limits: Limits) -> Scaled:
    respect = any(instrument.item(name).respect for name in composite.items)
    if one.n < limits.least(respect=respect, whole_unit=True):
        return Scaled(composite=composite)
    return scale(instrument, composite, one.n, one.mean, one.sd)


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
