"""Documents of the hospital: taken as they were typed or brought as a file, and every version there ever was."""

from typing import Any, TypeVar

import msgspec
from flask import request
from msgspec import Struct

from services import clock, documents
from services.clerk.terms import InForce
from services.documents import BadDocument
from services.web.layout import Notice
from services.web.telling.timeline import who
from services.web.visit import Visit
from services.wording import time_words
from workflows.hospital.state import Adopted, Known

LONGEST = 300_000
CAME = "Came with Heard"
T = TypeVar("T")


class Version(Struct, frozen=True):
    """One version of a document: since when, by whom, why; `href` gives it as a file."""

    when: str
    who: str
    why: str
    href: str


def written(document: Any) -> str:
    """A document as it stands in a file."""
    told: bytes = msgspec.json.format(msgspec.json.encode(document))
    return told.decode()


def typed_document() -> str:
    """The file that was chosen, else what stands in the field."""
    file = request.files.get("file")
    if file is not None and file.filename:
        brought: bytes = file.read(LONGEST)
        return brought.decode(errors="replace")
    return request.form.get("document", "")[:LONGEST]


def checked(document: str, name: str, shape: type[T]) -> T | Notice:
    """The document as what it says it is, or why it is none."""
    try:
        return documents.check(document.encode(), name, shape)
    except BadDocument as error:
        return Notice(str(error), "refused")


def keep(visit: Visit, document: Any) -> str:
    """Laid among the attachments, where it can be adopted by its digest."""
    return visit.house.attachments.put(written(document).encode())


def adoptions(visit: Visit, name: str) -> tuple[Adopted, ...]:
    """Every version the hospital adopted of this document, the first one first."""
    hospital = visit.house.clerk.memory.get("hospital").state
    return tuple(one for one in hospital.adopted if one.name == name) if isinstance(hospital, Known) else ()


def versions(visit: Visit, name: str) -> list[Version]:
    """The latest first; the last is what came with Heard."""
    found = adoptions(visit, name)
    words = visit.open(one.reason for one in found)
    zone = visit.house.plate.zone
    told = [
        Version(
            time_words.short(clock.day_of(one.at, zone), visit.today),
            who(visit, one.by),
            words.of(one.reason),
            f"/setup/documents/{name}/{one.seq}.json",
        )
        for one in reversed(found)
    ]
    return [*told, Version(CAME, "–", "–", f"/setup/documents/{name}/0.json")]


def of_version(visit: Visit, name: str, seq: int, settled: InForce[Any]) -> str | None:
    """The document of one version as a file; None where there is none."""
    digests = {0: None, **{one.seq: one.digest for one in adoptions(visit, name)}}
    return written(settled.of(digests[seq])) if seq in digests else None
