"""Documents of the set-up at the terminal: shown as they are in force, and adopted from a file."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import uuid4

import msgspec

from services import documents, sentences
from services.brand import Brand
from services.clerk.access import OPERATOR
from services.clerk.granting import Grants
from services.clerk.reception import Call
from services.clerk.teams import TeamTerms
from services.clerk.terms import InForce
from services.errands.errand import AdoptDocument, Answer, Document, ShowSetting
from services.guidance import Guidance
from services.house import House
from services.meanings import Meanings
from services.shared_calendar import SharedCalendar
from workflows.hospital.commands import AdoptSetting, AdoptStandards, AdoptTerms
from workflows.kernel.grammar import Command, Refused
from workflows.kernel.standards import Standards
from workflows.kernel.terms import Terms

SHAPES: Mapping[Document, Any] = {
    "terms": Terms,
    "standards": Standards,
    "rounds": Guidance,
    "team": TeamTerms,
    "figures": Meanings,
    "calendar": SharedCalendar,
    "brand": Brand,
    "rights": Grants,
}


def show(house: House, asked: ShowSetting) -> Answer:
    settled = _settled(house, asked.name)
    document = settled.of(None) if asked.came else settled.now()[1]
    return Answer(tuple(_written(document).decode().splitlines()), msgspec.to_builtins(document))


def adopt(house: House, asked: AdoptDocument) -> Answer:
    """BadDocument for a file that is none."""
    wished = documents.check(Path(asked.file).read_bytes(), asked.name, SHAPES[asked.name])
    digest = house.attachments.put(_written(wished))
    told = house.reception.ask(OPERATOR, _command(asked, digest), Call(id=str(uuid4()), via="cli"), "hospital")
    if isinstance(told, Refused):
        return Answer((sentences.sentence(told),), {"refused": told.key}, status=1)
    said = "is in force now" if told.last else "was in force already"
    return Answer((f"{asked.name} {said}. Digest {digest}.",), {"document": asked.name, "digest": digest})


def _command(asked: AdoptDocument, digest: str) -> Command:
    match asked.name:
        case "terms":
            return AdoptTerms(digest=digest)
        case "standards":
            return AdoptStandards(digest=digest)
        case setting:
            return AdoptSetting(setting=setting, digest=digest, reason=asked.reason)


def _settled(house: House, name: Document) -> InForce[Any]:
    clerk = house.clerk
    match name:
        case "terms":
            return clerk.terms
        case "standards":
            return clerk.standards
        case setting:
            return clerk.settings.documents[setting]


def _written(document: Any) -> bytes:
    told: bytes = msgspec.json.format(msgspec.json.encode(document))
    return told
