"""Words are taken out of events before they are stored, locked with the stream's key, and opened only at the door."""

from collections.abc import Callable, Iterable
from functools import cache

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from services import dice
from services.ledger.contract import Ledger, Sealed, SealedRow
from services.ledger.entry import commitment
from services.vault import Vault, ring_of
from workflows.kernel.grammar import Event, Ref, SealedPart

_NONCE = 12
_SALT = 32

LOCKED_AWAY = frozenset({"contact"})
"""Parts that are not opened with the others, whatever a reader may read beside them."""

Enters = Callable[[str], bool]
"""Whether a reader may have the words of a stream opened; that they were is on record then."""

Words = dict[str, str]
"""Clear words by part (the name of the event's field)."""


class Sealer:
    """Knows which fields of which event are words (`Text`), by their declaration."""

    def __init__(self, events: Iterable[type[Event]]) -> None:
        self._parts = {event: _text_fields(event) for event in events}

    def take_out(self, event: Event) -> tuple[Event, Words]:
        """The event as it is stored (the name of the part where words were) and the words."""
        words = {part: clear for part in self._parts[type(event)] if (clear := getattr(event, part)) is not None}
        if not words:
            return event, words
        return msgspec.structs.replace(event, **{part: part for part in words}), words


@cache
def _text_fields(event: type[Event]) -> tuple[str, ...]:
    return tuple(field.encode_name for field in fields(event) if any(map(_is_text, kinds(field))))


def _is_text(kind: msgspec.inspect.Type) -> bool:
    return isinstance(kind, msgspec.inspect.Metadata) and bool((kind.extra or {}).get("sealed"))


@cache
def fields(event: type[Event]) -> tuple[msgspec.inspect.Field, ...]:
    """The declared fields of an event."""
    return msgspec.inspect.type_info(event).fields  # type: ignore[attr-defined,no-any-return]  # an event is a struct


def kinds(field: msgspec.inspect.Field) -> tuple[msgspec.inspect.Type, ...]:
    """What a field may hold, one by one."""
    return field.type.types if isinstance(field.type, msgspec.inspect.UnionType) else (field.type,)


def seal(part: str, clear: str, key_id: str, box: AESGCM, place: bytes) -> tuple[Sealed, SealedPart]:
    """One text locked in a key's box for one place (see `place_of`), and the fact's word on it."""
    drawn = dice.draw(_NONCE + _SALT)
    nonce, salt = drawn[:_NONCE], drawn[_NONCE:]
    cipher = nonce + box.encrypt(nonce, clear.encode(), place)
    return Sealed(part, key_id, salt, cipher), SealedPart(part, key_id, commitment(salt, cipher))


class Door:
    """Opens words for a reader whose rights were asked before."""

    def __init__(
        self,
        ledger: Ledger,
        vault: Vault,
        waiting: Callable[[Iterable[Ref], Enters | None], dict[Ref, str]],
        meant: Callable[[Iterable[Ref]], dict[Ref, Ref]],
    ) -> None:
        """`waiting` opens what waits to enter the ledger, whose references lie before its beginning. `meant` says what is read
        in place of words from which a passage was taken out, whichever moment the reader looks at."""
        self._ledger = ledger
        self._vault = vault
        self._waiting = waiting
        self._meant = meant

    def open(self, refs: Iterable[Ref], enters: Enters | None = None) -> dict[Ref, str]:
        """Clear words by reference; those whose key or cipher is gone are left out, and those that are locked away. So are
        those of streams that their reader does not enter; without `enters`, all that are sealed as restricted."""
        return self._open((ref for ref in refs if ref.part not in LOCKED_AWAY), enters)

    def open_locked(self, ref: Ref) -> str | None:
        """Words that are locked away, for whoever was asked for the right to these alone; None where they are gone."""
        return self._open([ref]).get(ref)

    def _open(self, refs: Iterable[Ref], enters: Enters | None = None) -> dict[Ref, str]:
        meant = self._meant(refs)
        stored = self._ledger.sealed([(ref.seq, ref.part) for ref in meant.values() if ref.seq > 0])
        within = [(at, row) for at, row in stored.items() if (enters(row[0]) if enters else _is_open(row))]
        self._vault.fetch(key_id for _, (_, _, key_id, _, _) in within)
        opened = ((Ref(seq, part), self._unlocked(part, row)) for (seq, part), row in within)
        clear = {ref: words for ref, words in opened if words is not None}
        entered = {ref: clear[read] for ref, read in meant.items() if read in clear}
        return entered | self._waiting((ref for ref in meant if ref.seq <= 0), enters)

    def _unlocked(self, part: str, row: SealedRow) -> str | None:
        return unlocked(self._vault, self._ledger.hospital, part, row)


def unlocked(vault: Vault, hospital: str, part: str, row: SealedRow) -> str | None:
    """Clear words; None where their key is gone. Tampered where they are not the ones that were sealed there."""
    stream, version, key_id, _, cipher = row
    key = vault.key(key_id)
    if key is None:
        return None
    place = place_of(hospital, stream, version, part)
    try:
        return AESGCM(key).decrypt(cipher[:_NONCE], cipher[_NONCE:], place).decode()
    except InvalidTag as error:
        raise Tampered(f"The words of {stream}, version {version}, are not the ones that were sealed there.") from error


def _is_open(row: SealedRow) -> bool:
    return ring_of(row[2]) == "open"


class Tampered(Exception):
    """Stored words do not belong where they lie; the message is for an operator."""


def place_of(hospital: str, stream: str, version: int, part: str) -> bytes:
    """What is authenticated with the words, so that they cannot be moved: `hospital|stream|version|part`."""
    return f"{hospital}|{stream}|{version}|{part}".encode()
