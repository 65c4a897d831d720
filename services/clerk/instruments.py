"""Instruments of the hospital's own, by the digest under which they lie among the attachments."""

from collections.abc import Callable
from functools import lru_cache

from assessments.instrument import Instrument, not_its_own, read
from workflows.hospital.commands import PublishInstrument

KEPT = 64


class Instruments:
    """`fetch` gives an attachment by its SHA-256 (hex)."""

    def __init__(self, fetch: Callable[[str], bytes | None]) -> None:
        self._fetch = fetch

    def of(self, digest: str) -> Instrument | None:
        document = self._fetch(digest)
        return None if document is None else _read(document)

    def knows(self, command: PublishInstrument) -> bool:
        """Whether this can be published: it is here, it is what the command says, and nothing stands against it."""
        found = self.of(command.digest)
        if found is None or not_its_own(found):
            return False
        respect = any(item.respect for item in found.items)
        said = (command.instrument, command.version, command.digest, command.respect)
        return (found.id, found.version, found.digest, respect) == said


@lru_cache(KEPT)
def _read(document: bytes) -> Instrument | None:
    found = read(document)
    return found if isinstance(found, Instrument) else None
