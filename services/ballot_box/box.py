"""Ballots in, ballots out all at once."""

import hmac
import secrets
from collections.abc import Mapping
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from threading import Lock

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from msgspec import json

from services import sqlite_file
from services.ballot_box.chest import PADDED, Chest

MIGRATIONS = files("services.ballot_box") / "migrations"

Answers = Mapping[str, int]
"""Item by item, as they were given."""


class BallotBox:
    """One hospital's. `key`: 32 bytes, from the vault. Thread-safe."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._file = sqlite_file.open_file(path, MIGRATIONS)
        self._file.execute("PRAGMA secure_delete=ON")
        self._chest = Chest(self._file)
        self._key = key
        self._cipher = AESGCM(key)
        self._door = Lock()

    def put(self, campaign: str, code: str, answers: Answers) -> bool:
        """Durable when this returns. Whether it was the first with the code of its form; a later one changes nothing."""
        name = hmac.digest(self._key, f"{campaign}|{code}".encode(), "sha256")[:16]
        nonce = secrets.token_bytes(12)
        body = json.encode(answers)
        locked = self._cipher.encrypt(nonce, body.ljust(PADDED), name + campaign.encode())
        with self._door:
            return self._chest.lay(campaign, (name, nonce, locked))

    def count(self, campaign: str) -> int:
        with self._door:
            return self._chest.count(campaign)

    def take(self, campaign: str) -> tuple[Answers, ...]:
        """All of them, in the order of a hash of what they say: the same ballots always come in the same order, and it tells
        nothing of when or by whom each was cast."""
        with self._door:
            rows = self._chest.rows(campaign)
        opened = [self._cipher.decrypt(nonce, body, name + campaign.encode()) for name, nonce, body in rows]
        return tuple(json.decode(body, type=dict[str, int]) for body in sorted(opened, key=_order))

    def empty(self, campaign: str) -> None:
        """What was counted, or is not wanted any more, is overwritten in the file and gone from its journal."""
        with self._door:
            self._chest.clear(campaign)

    def close(self) -> None:
        with self._door:
            self._file.close()


def _order(body: bytes) -> bytes:
    return sha256(body).digest()
