"""From decided events to drafts: words sealed, headers written, bytes encoded. Nothing here decides anything."""

import secrets
from collections.abc import Mapping

from msgspec import Struct

from services.clerk.asking import Asked
from services.clerk.memory import BLANK, Known
from services.clerk.sealing import Sealer, Words, place_of, seal
from services.ledger.contract import Draft, Placed, Sealed
from services.ledger.mapper import FactMapper
from services.vault import Vault
from workflows.kernel.grammar import Act, Event, Fact, Header, SealedPart
from workflows.kernel.noun import Writes

_MINTED = 27
"""Length of an id's tail: a hyphen and 26 characters."""


class Written(Struct, frozen=True):
    """One event as it goes to the store, kept to learn from it afterwards."""

    head: Header
    event: Event
    unit: str | None
    draft: Draft

    def fact(self, placed: Placed) -> Fact:
        return Fact(placed.seq, self.unit, placed.unit_seq, placed.at, self.head, self.event)


class Draughtsman:
    """Writes the drafts of one hospital."""

    def __init__(self, hospital: str, vault: Vault, mapper: FactMapper) -> None:
        self._hospital = hospital
        self._vault = vault
        self._mapper = mapper
        self._sealer = Sealer(mapper.events.values())

    def write(
        self, asked: Asked, act: Act, outcome: tuple[Writes, ...], known: Mapping[str, Known], terms: int | None
    ) -> tuple[Written, ...]:
        """Drafts in the order decided; versions run on from what is known of each stream."""
        written: list[Written] = []
        pages: dict[str, _Page] = {}
        for writes in outcome:
            page = pages.get(writes.stream) or pages.setdefault(writes.stream, _Page(writes.stream, known))
            for event in writes.events:
                written.append(self._one(asked, act, page, event, terms))
        return tuple(written)

    def _one(self, asked: Asked, act: Act, page: "_Page", event: Event, terms: int | None) -> Written:
        page.version += 1
        page.unit = getattr(event, "unit", page.unit)
        stored, words = self._sealer.take_out(event)
        sealed, parts = self._seal(page, words) if words else ((), ())
        circumstances = asked.circumstances
        head = Header(
            stream=page.stream,
            version=page.version,
            name=event.NAME,
            v=event.V,
            command=asked.id,
            cause=circumstances.cause,
            rule=circumstances.rule,
            by=act.by,
            behalf=act.behalf,
            via=act.via,
            occurred=act.occurred,
            terms=terms,
            speaks_of=_speaks_of(stored),
            sealed=parts,
            salt=secrets.token_bytes(16),
        )
        return Written(head, stored, page.unit, self._mapper.draft(head, stored, page.unit, sealed))

    def _seal(self, page: "_Page", words: Words) -> tuple[tuple[Sealed, ...], tuple[SealedPart, ...]]:
        """One key per stream, minted with its first words."""
        if page.key is None:
            page.key, key = self._vault.mint()
        else:
            key = self._vault.key(page.key) or self._lost(page.key)
        pairs = [
            seal(part, clear, page.key, key, place_of(self._hospital, page.stream, page.version, part))
            for part, clear in words.items()
        ]
        return tuple([sealed for sealed, _ in pairs]), tuple([part for _, part in pairs])

    def _lost(self, key_id: str) -> bytes:
        raise KeyError(f"The key {key_id} was destroyed; nothing more can be said on this stream.")


class _Page:
    """Where one stream's drafts are being written: version, unit and key as they run on."""

    def __init__(self, stream: str, known: Mapping[str, Known]) -> None:
        before = known.get(stream, BLANK)
        self.stream = stream
        self.version = before.version
        self.unit: str | None = before.state.unit
        self.key = before.key


def _speaks_of(event: Event) -> tuple[str, ...]:
    """The minted ids an event names, sorted: everything about a subject can be found without its body."""
    found: set[str] = set()
    for name in event.__struct_fields__:
        value = getattr(event, name)
        if isinstance(value, str):
            found.update(_ids((value,)))
        elif isinstance(value, tuple):
            found.update(_ids(value))
    return tuple(sorted(found))


def _ids(values: tuple[object, ...]) -> list[str]:
    return [value for value in values if isinstance(value, str) and len(value) > _MINTED and value[-_MINTED] == "-"]
