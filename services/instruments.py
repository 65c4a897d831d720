"""What can be asked and what was asked: instruments that came with the house, and those the hospital published."""

from collections.abc import Mapping

from assessments.campaign import Campaign
from assessments.instrument import Instrument, as_published, lacking, published
from assessments.instrument.published import documents
from services.house import House
from workflows.hospital.state import Known


def asked_by(house: House, campaign: Campaign) -> Instrument | None:
    """To the word what a campaign asks; None where that is not here."""
    found = as_published(campaign.instrument, campaign.version)
    if found is not None and found.digest == campaign.instrument_digest:
        return found
    return house.clerk.instruments.of(campaign.instrument_digest)


def shelf(house: House) -> Mapping[str, Instrument]:
    """By name, the newest version of each; one the hospital gave its words stands for the one that lacks them."""
    own = {one.id: one for one in _own(house)}
    return dict(sorted({**published(), **own}.items()))


def document_of(house: House, found: Instrument) -> bytes:
    """As it lies here; of what came with the house the file itself."""
    own = house.attachments.get(found.digest)
    return documents()[f"{found.id}-{found.version}.json"] if own is None else own


def is_own(house: House, found: Instrument) -> bool:
    """Whether the hospital published it."""
    return any(one.digest == found.digest for one in _own(house))


def can_be_asked(found: Instrument) -> bool:
    return not lacking(found)


def _own(house: House) -> list[Instrument]:
    state = house.clerk.memory.get("hospital").state
    known = state.instruments if isinstance(state, Known) else ()
    return [found for one in known if (found := house.clerk.instruments.of(one.digest))]
