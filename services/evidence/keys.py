"""Which keys go out with the words they open."""

from collections import Counter

from services.evidence.scope import header
from services.house import House
from services.ledger.contract import SealedRow
from services.vault import ring_of


class Keys:
    """Of one house. A key is handed over only where it opens this one text and no other: most texts have keys of their own;
    older ones, and restricted ones, share the key of their record."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._shared: dict[str, frozenset[str]] = {}

    def of(self, row: SealedRow) -> bytes | None:
        """32 bytes; None where it stays here."""
        stream, _, key_id, _, _ = row
        if ring_of(key_id) != "open" or key_id in self._shared_in(stream):
            return None
        return self._house.vault.key(key_id)

    def _shared_in(self, stream: str) -> frozenset[str]:
        if stream not in self._shared:
            rows = self._house.ledger.stream_rows(stream)
            used = Counter(part.key for row in rows for part in header(row[6]).sealed)
            self._shared[stream] = frozenset(key for key, times in used.items() if times > 1)
        return self._shared[stream]
