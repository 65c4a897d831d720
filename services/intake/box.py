"""What waits, locked: encrypted under its own name, so that no body can be put under another."""

import secrets

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_PADDED = 1024
"""Bodies are padded to a multiple of this, so that length says little."""


class Box:
    """Opens with `key` (32 bytes) alone."""

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(key)

    def lock(self, name: str, body: bytes) -> tuple[bytes, bytes]:
        """A nonce, and the body encrypted with it."""
        nonce = secrets.token_bytes(12)
        padded = body + b"\x01" + bytes(-(len(body) + 1) % _PADDED)
        return nonce, self._cipher.encrypt(nonce, padded, name.encode())

    def unlock(self, name: str, nonce: bytes, body: bytes) -> bytes:
        return self._cipher.decrypt(nonce, body, name.encode()).rstrip(b"\x00")[:-1]
