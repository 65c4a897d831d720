"""What one campaign found, or one unit's part of a wave beside the hospital."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct
from msgspec.structs import replace

from assessments.campaign import Campaign, Wave
from assessments.campaign.rosters import Cards
from assessments.campaign.state import Part
from assessments.disclosure import ORDINARY, WHOLE, Limits
from assessments.instrument import Answers, Composite, Instrument, Item
from assessments.scoring import (
    AGREE,
    CompositeScore,
    Cut,
    ItemScore,
    Provenance,
    rounded_rate,
    score,
    share_of,
    tabulated,
)
from services import carding
from services.balloting import ballots_of
from services.house import House
from services.instruments import asked_by
from services.surveyed.anew import anew
from services.surveyed.positions import Held
from services.surveyed.reliable import Reliable, reliable
from services.surveyed.saying import Said, Scaled, said, scale, with_agree, with_agreement
from services.surveyed.waves import Why, found

STEP = 5
"""How many answers are still needed is said in such steps."""


class Result(Struct, frozen=True, kw_only=True):
    """`needed`: so many more answers at least until anything is shown, while it is open; `rate`: of those who could answer
    when it opened, in percent and in steps of five, once enough have; `ballots` and `cards` once it was counted. Of a part of
    a wave, `whole` is what the hospital said, and `why` says why nothing is told of the part, and `held` is what was said by
    position. `reliability` of all who were asked, of a part of a wave in the whole hospital.
    `newer`: by that version the key was put right since, and `anew` are the items of which it is another."""

    instrument: Instrument
    needed: int | None
    rate: int | None = None
    ballots: int | None = None
    cards: Cards | None = None
    items: tuple[Said, ...] = ()
    scales: tuple[Scaled, ...] = ()
    whole: tuple[Said, ...] = ()
    why: Why = ""
    held: tuple[Held, ...] = ()
    reliability: tuple[Reliable, ...] = ()
    newer: Instrument | None = None
    anew: tuple[Said, ...] = ()
    provenance: Provenance | None = None


def result(house: House, stream: str, campaign: Campaign) -> Result | None:
    """None where what was asked is not here."""
    if campaign.part is not None:
        return _part(house, campaign.part)
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
    found = told(instrument, ballots, campaign.digest, limits)
    again = anew(house, instrument, {"0": ballots}, {one.item.id: _told_of(one) for one in found.items})
    return replace(
        found,
        rate=_rate(campaign, len(ballots)),
        ballots=campaign.ballots,
        cards=campaign.cards,
        newer=again.instrument if again else None,
        anew=again.items[WHOLE] if again else (),
    )


def _told_of(one: Said) -> frozenset[str]:
    return frozenset() if one.percent is None else frozenset({WHOLE})


def told(instrument: Instrument, ballots: Sequence[Answers], digest: str, limits: Limits) -> Result:
    """What may be told of these ballots, which lie under `digest`."""
    found = score(instrument, tabulated(instrument, ballots), Cut.everybody(len(ballots)), digest)
    items = tuple(_said(instrument.item(one.item), one, limits) for one in found.items(0))
    exact = {one.item.id for one in items if one.percent is not None and not one.bound}
    return Result(
        instrument=instrument,
        needed=None,
        items=items,
        scales=tuple(
            _measured(instrument, ballots, one, exact, _scaled(instrument, composite, one, limits))
            for composite, one in zip(instrument.composites, found.composites(0), strict=True)
        ),
        reliability=reliable(found),
        provenance=found.provenance,
    )


def _measured(
    instrument: Instrument, ballots: Sequence[Answers], one: CompositeScore, exact: AbstractSet[str], told: Scaled
) -> Scaled:
    """Its share and how far people agree, where each of its items is told to the point."""
    if told.mean is None:
        return told
    if instrument.scoring == AGREE:
        told = with_agree(told, one)
    if not exact >= set(told.composite.items):
        return told
    return with_agreement(told, one, share_of(instrument, told.composite, ballots))


def _said(item: Item, one: ItemScore, limits: Limits) -> Said:
    return said(item, one) if one.n >= limits.least(respect=item.respect, whole_unit=True) else Said(item=item)


def _scaled(instrument: Instrument, composite: Composite, one: CompositeScore, limits: Limits) -> Scaled:
    respect = any(instrument.item(name).respect for name in composite.items)
    if one.n < limits.least(respect=respect, whole_unit=True):
        return Scaled(composite=composite)
    return scale(instrument, composite, one.n, one.mean, one.sd)


def _part(house: House, part: Part) -> Result | None:
    """As the wave tells it, once that was published."""
    wave = house.clerk.memory.get(part.wave).state
    there = found(house, part.wave, wave) if isinstance(wave, Wave) and wave.published else None
    if there is None:
        return None
    mine = there.groups[part.group]
    return Result(
        instrument=there.instrument,
        needed=None,
        rate=mine.rate,
        ballots=mine.ballots,
        cards=mine.cards,
        items=mine.items,
        scales=mine.scales,
        whole=there.whole.items,
        why=mine.why,
        held=mine.held,
        reliability=there.reliability,
        newer=there.newer,
        anew=mine.anew,
        provenance=there.provenance,
    )


def _rate(campaign: Campaign, there: int) -> int | None:
    """Whoever began later may answer, too, so there can be more answers than there were people."""
    if campaign.roster is None:
        return None
    rate = rounded_rate(there, sum(campaign.roster.eligible), 0, campaign.least)
    return None if rate is None else min(rate, 100)
