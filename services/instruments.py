"""What can be asked and what was asked: instruments that came with the house, and those the hospital published."""

import json
from collections.abc import Mapping

from assessments.campaign import Asking
from assessments.instrument import (
    Finding,
    Instrument,
    as_published,
    canonical,
    lacking,
    not_its_own,
    published,
    read,
)
from assessments.instrument.published import documents
from services.house import House
from workflows.hospital.commands import PublishInstrument
from workflows.hospital.state import Known


def asked_by(house: House, campaign: Asking) -> Instrument | None:
    """To the word what a campaign asks; None where that is not here."""
    return as_it_was(house, campaign.instrument, campaign.version, campaign.instrument_digest)


def as_it_was(house: House, name: str, version: int, digest: str) -> Instrument | None:
    """What was asked under that name, by the digest of its words; None where that is not here."""
    found = as_published(name, version)
    return found if found is not None and found.digest == digest else house.clerk.instruments.of(digest)


def shelf(house: House) -> Mapping[str, Instrument]:
    """By name, the newest version of each; one the hospital gave its words stands for the one that lacks them."""
    return dict(sorted({**published(), **{one.id: one for one in own(house)}}.items()))


def document_of(house: House, found: Instrument) -> bytes:
    """As it lies here; of what came with the house the file itself."""
    kept = house.attachments.get(found.digest)
    return documents()[f"{found.id}-{found.version}.json"] if kept is None else kept


def is_own(house: House, found: Instrument) -> bool:
    """Whether the hospital published it."""
    return any(one.digest == found.digest for one in own(house))


def can_be_asked(found: Instrument) -> bool:
    return not lacking(found)


def published_by(house: House, document: bytes) -> PublishInstrument | tuple[Finding, ...]:
    """The command that publishes this document, which is kept from now on; or what stands against it."""
    found = read(document)
    if not isinstance(found, Instrument):
        return found
    if finding := not_its_own(found):
        return (finding,)
    digest = house.attachments.put(canonical(json.loads(document)))
    respect = any(item.respect for item in found.items)
    return PublishInstrument(instrument=found.id, version=found.version, digest=digest, respect=respect)


def own(house: House) -> list[Instrument]:
    """What the hospital published, every version, the first of them first."""
    state = house.clerk.memory.get("hospital").state
    known = state.instruments if isinstance(state, Known) else ()
    return [found for one in known if (found := house.clerk.instruments.of(one.digest))]
