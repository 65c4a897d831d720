"""What those who were asked said, once it was counted: shares of enough of them, with how sure they are.

Ballots are opened here and nowhere else, and only scores leave this module. An item that fewer answered than the campaign
promised is left out.
"""

from msgspec import Struct

from assessments.campaign import Campaign
from assessments.disclosure import MOST_CAREFUL
from assessments.instrument import Instrument, Item, as_published
from assessments.scoring import Cut, Provenance, score, tabulated
from services.balloting import ballots_of
from services.house import House

STEP = 5
"""How many answers are still needed is said in such steps."""


class Said(Struct, frozen=True, kw_only=True):
    """One item: of `n` answers so many `percent` positive, with the bounds of Wilson's interval; all None where too few
    answered it. `falls` is how the answers fall, in the order of the options."""

    item: Item
    n: int | None
    percent: int | None
    low: int | None
    high: int | None
    falls: tuple[int, ...]


class Result(Struct, frozen=True, kw_only=True):
    """`needed`: so many more answers at least until anything is shown, while it is open."""

    instrument: Instrument
    needed: int | None
    items: tuple[Said, ...] = ()
    provenance: Provenance | None = None


def result(house: House, stream: str, campaign: Campaign) -> Result | None:
    """None where the version that was asked did not come with this program."""
    instrument = as_published(campaign.instrument, campaign.version)
    if instrument is None or instrument.digest != campaign.instrument_digest:
        return None
    if campaign.digest is None:
        missing = max(0, campaign.least - house.ballots.count(stream)) if campaign.stage == "open" else None
        return Result(instrument=instrument, needed=None if missing is None else -(-missing // STEP) * STEP)
    ballots = ballots_of(house, stream)
    found = score(instrument, tabulated(instrument, ballots), Cut.everybody(len(ballots)), campaign.digest)
    said = tuple(
        Said(
            item=instrument.item(one.item),
            n=one.n,
            percent=round(one.percent),
            low=round(one.low),
            high=round(one.high),
            falls=one.falls,
        )
        if one.n >= _least(campaign, instrument.item(one.item))
        else Said(item=instrument.item(one.item), n=None, percent=None, low=None, high=None, falls=())
        for one in found.items(0)
    )
    return Result(instrument=instrument, needed=None, items=said, provenance=found.provenance)


def _least(campaign: Campaign, item: Item) -> int:
    """Of respect nothing is shown below MOST_CAREFUL, whatever the campaign promised."""
    return max(campaign.least, MOST_CAREFUL) if item.respect else campaign.least
