"""Keys minted in blocks, handed out once, destroyed for good."""

import hmac
import json
import secrets
import sqlite3
from collections.abc import Callable, Iterable
from importlib.resources import files
from pathlib import Path
from threading import Lock

from services import sqlite_file
from workflows.kernel.grammar import Compartment
from workflows.kernel.ids import noun_of, spell

MIGRATIONS = files("services.vault") / "migrations"
BLOCK = 64
"""Keys written ahead per disk flush at first, twice as many each time; those not handed out when a process ends stay unused."""
LARGEST_BLOCK = 4_096
REMEMBERED = 100_000

_RINGS: dict[str, Compartment] = {"respectkey": "respect", "privilegedkey": "privileged"}
"""How an id tells on which ring its key hangs; all others are open."""


def ring_of(key_id: str) -> Compartment:
    return _RINGS.get(noun_of(key_id), "open")


class Vault:
    """32-byte keys by id, and named 32-byte secrets made on first asking. Thread-safe.

    Each compartment has a ring of its own. What its words are locked with is the key in the file turned by the ring's
    secret, so the keys of one ring open nothing of another, and the keys alone nothing of a restricted one."""

    def __init__(self, path: Path, *, reading: bool = False) -> None:
        """`reading`: keys are looked up in it beside the process that writes it, and nothing else."""
        self._file = sqlite_file.open_reader(path) if reading else sqlite_file.open_file(path, MIGRATIONS)
        self._file.execute("PRAGMA secure_delete=ON")
        self._door = Lock()
        self._block = BLOCK
        self._ready: list[tuple[str, bytes]] = []
        self._known: dict[str, bytes] = {}
        self._secrets: dict[str, bytes] = {}

    def mint(self, ring: Compartment = "open") -> tuple[str, bytes]:
        """A new key that nothing else uses: (id, key), durable before it is handed out."""
        if ring != "open":
            return self._mint_apart(ring)
        with self._door:
            if not self._ready:
                self._write_block()
            minted = self._ready.pop()
            self._remember(*minted)
            return minted

    def stock(self) -> None:
        """Writes keys ahead, so that the times of the file do not tell when somebody needed one."""
        with self._door:
            if len(self._ready) < BLOCK // 2:
                self._write_block()

    def key(self, key_id: str) -> bytes | None:
        """The key, or None when it was destroyed (or was never ours)."""
        known = self._known.get(key_id)
        if known is not None:
            return known
        turn = self._turn(ring_of(key_id))
        with self._door:
            found: tuple[bytes] | None = self._file.execute("SELECT key FROM keys WHERE id = ?", (key_id,)).fetchone()
            if found is None:
                return None
            self._remember(key_id, turn(found[0]))
            return self._known[key_id]

    def fetch(self, key_ids: Iterable[str]) -> None:
        """Reads several keys of the open ring at once, so that `key` has them at hand."""
        wanted = [one for one in key_ids if one not in self._known and ring_of(one) == "open"]
        query = "SELECT id, key FROM keys WHERE id IN (SELECT value FROM json_each(?))"
        with self._door:
            for key_id, kept in self._file.execute(query, (json.dumps(wanted),)).fetchall() if wanted else ():
                self._remember(key_id, kept)

    def destroy(self, *key_ids: str) -> None:
        """The keys are gone from file, journal and memory; what they sealed can never be read again."""
        with self._door:
            with self._transaction():
                self._file.executemany("DELETE FROM keys WHERE id = ?", [(one,) for one in key_ids])
            for one in key_ids:
                self._known.pop(one, None)
            sqlite_file.scour(self._file)

    def secret(self, name: str) -> bytes:
        """The hospital's secret of that name, made on first asking."""
        with self._door:
            if name not in self._secrets:
                query = "SELECT secret FROM secrets WHERE name = ?"
                if (found := self._file.execute(query, (name,)).fetchone()) is None:
                    self._file.execute("INSERT OR IGNORE INTO secrets VALUES (?,?)", (name, secrets.token_bytes(32)))
                    found = self._file.execute(query, (name,)).fetchone()
                (self._secrets[name],) = found
            return self._secrets[name]

    def close(self) -> None:
        self._file.close()

    def _mint_apart(self, ring: Compartment) -> tuple[str, bytes]:
        """One at a time: they are few, and a block would tell how many may follow."""
        name = next(name for name, named in _RINGS.items() if named == ring)
        turn, key_id, kept = self._turn(ring), spell(name, secrets.randbits(128)), secrets.token_bytes(32)
        with self._door:
            with self._transaction():
                sqlite_file.insert(self._file, "keys", [(key_id, kept)])
            self._remember(key_id, turn(kept))
            return key_id, self._known[key_id]

    def _turn(self, ring: Compartment) -> Callable[[bytes], bytes]:
        """From the key in the file to what locks the words."""
        if ring == "open":
            return bytes
        secret = self.secret(f"keys of {ring}")
        return lambda kept: hmac.digest(secret, kept, "sha256")

    def _write_block(self) -> None:
        block = self._new_block()
        with self._transaction():
            sqlite_file.insert(self._file, "keys", block)
        self._ready = block + self._ready
        self._block = min(2 * self._block, LARGEST_BLOCK)

    def _new_block(self) -> list[tuple[str, bytes]]:
        """Ids of a block begin alike, so that it lies together in the file: scattered, every block would touch every page."""
        lead = f"key-{secrets.token_hex(5)}"
        tails, keys = secrets.token_hex(8 * self._block), secrets.token_bytes(32 * self._block)
        return [(lead + tails[16 * n : 16 * n + 16], keys[32 * n : 32 * n + 32]) for n in range(self._block)]

    def _remember(self, key_id: str, key: bytes) -> None:
        if len(self._known) > REMEMBERED:
            self._known.clear()
        self._known[key_id] = key

    def _transaction(self) -> sqlite3.Connection:
        self._file.execute("BEGIN IMMEDIATE")
        return self._file
