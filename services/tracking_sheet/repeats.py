"""Which rows say the same again."""

from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b

from services.tracking_sheet.spelling import issue_text


class Repeats:
    """Counts rows alike; keeps 16 bytes for each, so that a long sheet stays small."""

    def __init__(self) -> None:
        self._occurrences = Counter[bytes]()
        self._first: dict[bytes, int] = {}

    def place(
        self, unit: str, opened: str | None, what: str, cells: Iterable[str], number: int
    ) -> tuple[int, int | None]:
        """The n-th row with this unit, day and issue, from 1; and the number of the first row alike in every cell."""
        same = _digest((unit, opened or "", issue_text(what)))
        self._occurrences[same] += 1
        first = self._first.setdefault(_digest(cells), number)
        return self._occurrences[same], None if first == number else first


def _digest(texts: Iterable[str]) -> bytes:
    return blake2b("\x1f".join(texts).encode(errors="replace"), digest_size=16).digest()
