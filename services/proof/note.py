"""Signed notes (C2SP signed-note, Ed25519): a text that ends with a line feed, an empty line, and a line per signature.

A verifier is known by `NAME+HASH+KEY`, as the specification writes it; it is public and goes to whoever is to check.
"""

from base64 import b64decode, b64encode
from collections.abc import Iterable
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from msgspec import Struct

ED25519, COSIGNER = b"\x01", b"\x04"
"""Kinds of signatures: of a text, and of a head that somebody else signed (C2SP tlog-cosignature)."""
DASH = "— "


class Unsigned(ValueError):
    """The note is not signed as it must be; the message says what is wrong."""


class Verifier(Struct, frozen=True):
    """Who signs under `name`, by the 32 bytes of the public key."""

    name: str
    key: bytes
    kind: bytes = ED25519

    @property
    def hash(self) -> bytes:
        """Four bytes by which a signature says whose it is."""
        return sha256(self.name.encode() + b"\n" + self.kind + self.key).digest()[:4]

    def __str__(self) -> str:
        return f"{self.name}+{self.hash.hex()}+{b64encode(self.kind + self.key).decode()}"


class Note(Struct, frozen=True):
    """A text, and the names of those whose signatures under it were found good."""

    text: str
    signed_by: tuple[str, ...]


class Signing:
    """A private key (32 bytes) at work under a name."""

    def __init__(self, name: str, seed: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(seed)
        self.verifier = Verifier(name, self._key.public_key().public_bytes_raw())

    def sign(self, text: str) -> str:
        """The note of a text, which ends with a line feed."""
        signature = b64encode(self.verifier.hash + self._key.sign(text.encode())).decode()
        return f"{text}\n{DASH}{self.verifier.name} {signature}\n"


def verifier_of(written: str, kind: bytes = ED25519) -> Verifier:
    """Unsigned where that is no verifier of this kind."""
    name, _, rest = written.strip().partition("+")
    claimed, _, key = rest.partition("+")
    try:
        raw = b64decode(key, validate=True)
    except ValueError as error:
        raise Unsigned("The key is not written as NAME+HASH+KEY.") from error
    found = Verifier(name, raw[1:], kind)
    if not name or raw[:1] != kind or len(raw) != 33 or found.hash.hex() != claimed:
        raise Unsigned("The key is not written as NAME+HASH+KEY.")
    return found


def opened(note: str, verifiers: Iterable[Verifier]) -> Note:
    """The text, once each of these verifiers' signatures is there and good. Unsigned otherwise."""
    text, found, lines = note.rpartition("\n\n")
    if not found or not lines.endswith("\n"):
        raise Unsigned("There is no signature under the note.")
    text += "\n"
    signatures = [parted(line) for line in lines.splitlines()]
    wanted = list(verifiers)
    for verifier in wanted:
        _check(text, verifier, [raw for name, raw in signatures if name == verifier.name and raw[:4] == verifier.hash])
    return Note(text, tuple(verifier.name for verifier in wanted))


def parted(line: str) -> tuple[str, bytes]:
    name, _, signature = line.removeprefix(DASH).partition(" ")
    try:
        return name, b64decode(signature, validate=True)
    except ValueError as error:
        raise Unsigned(f"The signature of {name} cannot be read.") from error


def _check(text: str, verifier: Verifier, signatures: list[bytes]) -> None:
    if not signatures:
        raise Unsigned(f"{verifier.name} has not signed the note.")
    for signature in signatures:
        try:
            Ed25519PublicKey.from_public_bytes(verifier.key).verify(signature[4:], text.encode())
        except InvalidSignature as error:
            raise Unsigned(f"The signature of {verifier.name} is not of this text.") from error
