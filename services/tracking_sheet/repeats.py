"""Which rows say the same again."""

from collections import Counter
from hashlib import blake2b


class Repeats:
    """Counts rows alike; keeps a digest and a hash of each, so that a long sheet stays small."""

    def __init__(self) -> None:
        self._occurrences = Counter[bytes]()
        self._first: dict[int, int] = {}

    def place(self, key: tuple[str, str, str], cells: tuple[str, ...], number: int) -> tuple[int, int | None]:
        """The n-th row with this (unit, day, normalised issue), from 1; the first row alike in every cell, if any."""
        same = blake2b("\x1f".join(key).encode(errors="replace"), digest_size=16).digest()
        self._occurrences[same] = occurrence = self._occurrences[same] + 1
        first = self._first.setdefault(hash(cells), number)
        return occurrence, first if occurrence > 1 and first != number else None
