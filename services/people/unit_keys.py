"""Keys of walls and shared workstations: each opens the board of one unit, lets speak up there, and nothing else."""

import secrets
from hashlib import sha256

from msgspec import Struct

from services.people.directory import Directory
from workflows.kernel.ids import CROCKFORD
from workflows.kernel.moments import Day

LETTERS = 52
"""Of a key: 260 bits."""


class UnitKey(Struct, frozen=True):
    """A key as it is listed: where its machine stands, and the last day on which it opens anything."""

    id: str
    unit: str
    name: str
    ends: Day


class UnitKeys:
    """Of one hospital. Thread-safe."""

    def __init__(self, directory: Directory) -> None:
        self._file = directory.file
        self._door = directory.door

    def issue(self, unit: str, name: str, ends: Day) -> str:
        """A new key in groups of four, told once."""
        key = "".join(secrets.choice(CROCKFORD) for _ in range(LETTERS))
        with self._door:
            row = (secrets.token_hex(8), _kept(key), unit, name, ends)
            self._file.execute("INSERT INTO unit_keys VALUES (?,?,?,?,?)", row)
        return "-".join(key[n : n + 4] for n in range(0, LETTERS, 4))

    def opened_by(self, key: str, today: Day) -> UnitKey | None:
        """What a key opens today; None for one that is unknown, revoked or past its last day."""
        with self._door:
            query = "SELECT id, unit, name, ends FROM unit_keys WHERE hash = ? AND ends >= ?"
            found = self._file.execute(query, (_kept(key), today)).fetchone()
        return UnitKey(*found) if found else None

    def of(self, unit: str) -> list[UnitKey]:
        with self._door:
            rows = self._file.execute(
                "SELECT id, unit, name, ends FROM unit_keys WHERE unit = ? ORDER BY name", (unit,)
            )
            return [UnitKey(*row) for row in rows]

    def revoke(self, unit: str, key: str) -> None:
        """By its id: from now on its machine shows nothing."""
        with self._door:
            self._file.execute("DELETE FROM unit_keys WHERE unit = ? AND id = ?", (unit, key))


def _kept(key: str) -> bytes:
    """However it was typed."""
    return sha256("".join(key.lower().replace("-", " ").split()).translate(_MISREAD).encode()).digest()


_MISREAD = str.maketrans("oil", "011")
