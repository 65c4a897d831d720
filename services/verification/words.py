"""Whether the hospital's keys open the words that were sealed: that a commitment holds says that the cipher is the same."""

from collections.abc import Iterator
from pathlib import Path

from services.clerk.sealing import Tampered, unlocked
from services.ledger.contract import SealedRow
from services.vault import Vault


class Words:
    """A hospital's vault, for looking up keys alone."""

    def __init__(self, vault: Path, hospital: str) -> None:
        self._vault = Vault(vault, reading=True)
        self._hospital = hospital

    def unopened(self, seq: int, part: str, row: SealedRow) -> Iterator[str]:
        """Why words cannot be read; nothing where they can."""
        try:
            if unlocked(self._vault, self._hospital, part, row) is None:
                yield f"the key of the words of fact {seq:,} is not in the vault"
        except Tampered:
            yield f"the key of the words of fact {seq:,} does not open them"

    def close(self) -> None:
        self._vault.close()
