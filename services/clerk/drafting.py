"""From decided events to drafts: words sealed, headers written, bytes encoded. Nothing here decides anything."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache

import msgspec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from msgspec import Struct

from services import dice
from services.clerk import sealing
from services.clerk.asking import Asked
from services.clerk.memory import BLANK, Known
from services.clerk.sealing import Sealer, Words, place_of, seal
from services.ledger.contract import Draft, Placed, Sealed
from services.ledger.mapper import FactMapper
from services.vault import Vault, ring_of
from workflows import lexicon
from workflows.kernel.grammar import Act, By, Compartment, Event, Fact, Header, SealedPart
from workflows.kernel.noun import Writes

_MINTED = 27
"""Length of an id's tail: a hyphen and 26 characters."""


class Written(Struct, frozen=True, gc=False):
    """One event as it goes to the store, kept to learn from it afterwards."""

    head: Header
    event: Event
    unit: str | None
    draft: Draft

    def fact(self, placed: Placed) -> Fact:
        return Fact(placed.seq, self.unit, placed.unit_seq, placed.at, self.head, self.event)


class Writing(Struct, frozen=True, gc=False):
    """A decision to be written down: what was asked, how it stood, what was decided, the seq of the terms in force."""

    asked: Asked
    act: Act
    outcome: tuple[Writes, ...]
    terms: int | None


class Draughtsman:
    """Writes the drafts of one hospital."""

    def __init__(
        self, hospital: str, vault: Vault, mapper: FactMapper, compartment_of: Callable[[str], Compartment]
    ) -> None:
        self._hospital = hospital
        self._compartment_of = compartment_of
        self._vault = vault
        self._mapper = mapper
        self._sealer = Sealer(mapper.events.values())
        self._naming = {event: _naming(event) for event in mapper.events.values()}

    def write(self, writing: Writing, known: Mapping[str, Known]) -> tuple[Written, ...]:
        """Drafts in the order decided; versions run on from what is known of each stream."""
        pages: dict[str, _Page] = {}
        moved = {stream: into for writes in writing.outcome for stream, into in _moved(writes)}
        written: list[Written] = []
        for writes in writing.outcome:
            page = pages.get(writes.stream)
            if page is None:
                compartment = moved.get(writes.stream) or self._compartment_of(writes.stream)
                page = pages[writes.stream] = _Page(writes.stream, known, compartment)
            written += [self._one(writing, page, event) for event in writes.events]
        return tuple(written)

    def _one(self, writing: Writing, page: "_Page", event: Event) -> Written:
        page.turn(event)
        asked, act = writing.asked, writing.act
        by, behalf = act.by, act.behalf
        stored, words = self._sealer.take_out(event)
        if page.names_nobody:
            by, behalf, words = _unnamed(by, behalf, words)
        sealed, parts = self._seal(page, words) if words else ((), ())
        head = Header(
            stream=page.stream,
            version=page.version,
            name=event.NAME,
            v=event.V,
            command=asked.id,
            cause=asked.circumstances.cause,
            rule=asked.circumstances.rule,
            by=by,
            behalf=behalf,
            via=act.via,
            occurred=act.occurred,
            compartment=page.compartment,
            terms=writing.terms,
            speaks_of=page.may_speak_of(_speaks_of(stored, self._naming[type(event)])),
            sealed=parts,
            salt=dice.draw(16),
        )
        unit = page.in_the_log_of
        return Written(head, stored, unit, self._mapper.draft(head, stored, unit, sealed))

    def _seal(self, page: "_Page", words: Words) -> tuple[tuple[Sealed, ...], tuple[SealedPart, ...]]:
        """In the open each text has a key of its own, so that one can go for good while those beside it stay. Nothing is taken
        out of what is restricted: there a stream has one key, minted with its first words; and with the first after they were
        erased, or after it went into another compartment."""
        keys = [self._vault.mint() if page.compartment == "open" else self._key_of(page) for _ in words]
        pairs = [
            seal(part, clear, key_id, AESGCM(key), place_of(self._hospital, page.stream, page.version, part))
            for (part, clear), (key_id, key) in zip(words.items(), keys, strict=True)
        ]
        return tuple([sealed for sealed, _ in pairs]), tuple([part for _, part in pairs])

    def _key_of(self, page: "_Page") -> tuple[str, bytes]:
        key = self._vault.key(page.key) if page.key and ring_of(page.key) == page.compartment else None
        if page.key is None or key is None:
            page.key, key = self._vault.mint(page.compartment)
        return page.key, key


class _Page:
    """Where one stream's drafts are being written: version, unit and key as they run on, in a compartment."""

    def __init__(self, stream: str, known: Mapping[str, Known], compartment: Compartment) -> None:
        before = known.get(stream, BLANK)
        self.stream = stream
        self.version = before.version
        self.unit: str | None = before.state.unit
        self.key = before.key
        self.compartment = compartment
        self.names_nobody = lexicon.compartment_of(stream) != "open"
        """Whether who acts is sealed as well: where a whole noun is restricted."""

    def turn(self, event: Event) -> None:
        """To the line of the next event."""
        self.version += 1
        self.unit = getattr(event, "unit", self.unit)

    @property
    def in_the_log_of(self) -> str | None:
        """The unit that its line names: none for what is restricted."""
        return self.unit if self.compartment == "open" else None

    def may_speak_of(self, named: tuple[str, ...]) -> tuple[str, ...]:
        """What is restricted names no person beside its body."""
        if self.compartment == "open":
            return named
        return tuple(one for one in named if not one.startswith("person-"))


def _moved(writes: Writes) -> Iterator[tuple[str, Compartment]]:
    """What goes into another compartment by this, and into which."""
    return ((event.about, event.INTO) for event in writes.events if event.INTO)  # type: ignore[attr-defined] # see INTO


def _unnamed(by: By, behalf: str | None, words: Words) -> tuple[By, str | None, Words]:
    """Who acted, and for whom, goes under seal with the words."""
    who = {} if by.id is None else {"by": by.id}
    for_whom = {} if behalf is None or behalf.startswith("voice-") else {"behalf": behalf}
    return By(by.kind, None, by.capacity), None if for_whom else behalf, {**words, **who, **for_whom}


def _speaks_of(event: Event, fields: tuple[str, ...]) -> tuple[str, ...]:
    """The minted ids an event names, sorted: everything about a subject can be found without its body."""
    found = []
    for name in fields:
        value = getattr(event, name)
        if isinstance(value, str):
            if len(value) > _MINTED and value[-_MINTED] == "-":
                found.append(value)
        elif isinstance(value, tuple):
            found += [one for one in value if isinstance(one, str) and len(one) > _MINTED and one[-_MINTED] == "-"]
    return tuple(sorted(set(found))) if found else ()


@cache
def _naming(event: type[Event]) -> tuple[str, ...]:
    """The fields of an event that can name somebody or something: plain strings, and tuples. Words are sealed, and choices
    are none of them."""
    return tuple(field.encode_name for field in sealing.fields(event) if any(map(_may_name, sealing.kinds(field))))


def _may_name(kind: msgspec.inspect.Type) -> bool:
    return isinstance(kind, msgspec.inspect.StrType | msgspec.inspect.VarTupleType)
