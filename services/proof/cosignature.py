"""Cosignatures (C2SP tlog-cosignature, Ed25519): somebody else says that at this time a head was the newest they had seen of
a log, and that it continued all they had seen before."""

from base64 import b64encode
from collections.abc import Iterable, Mapping

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from services.proof.note import COSIGNER, DASH, Unsigned, Verifier, parted

TIME, SIGNATURE = 8, 64
"""Bytes."""


class Cosigning:
    """A witness's private key (32 bytes) at work under its name."""

    def __init__(self, name: str, seed: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(seed)
        self.verifier = Verifier(name, self._key.public_key().public_bytes_raw(), COSIGNER)

    def cosign(self, text: str, seconds: int) -> str:
        """The signature line of a checkpoint's text at this time (POSIX)."""
        signed = seconds.to_bytes(TIME, "big") + self._key.sign(_message(text, seconds))
        return f"{DASH}{self.verifier.name} {b64encode(self.verifier.hash + signed).decode()}\n"


def cosigned(note: str, witnesses: Iterable[Verifier]) -> Mapping[Verifier, tuple[int, str]]:
    """Whose good cosignatures stand under a note, with the time (POSIX seconds) and the line of each."""
    text, _, lines = note.rpartition("\n\n")
    found = {}
    for witness in witnesses:
        for line in lines.splitlines():
            if (seconds := _time(f"{text}\n", line, witness)) is not None:
                found[witness] = seconds, f"{line}\n"
    return found


def _time(text: str, line: str, witness: Verifier) -> int | None:
    """None where that is no good cosignature of this witness."""
    try:
        name, raw = parted(line)
    except Unsigned:
        return None
    if name != witness.name or raw[:4] != witness.hash or len(raw) != 4 + TIME + SIGNATURE:
        return None
    seconds = int.from_bytes(raw[4 : 4 + TIME], "big")
    try:
        Ed25519PublicKey.from_public_bytes(witness.key).verify(raw[4 + TIME :], _message(text, seconds))
    except InvalidSignature:
        return None
    return seconds


def _message(text: str, seconds: int) -> bytes:
    return f"cosignature/v1\ntime {seconds}\n{text}".encode()
