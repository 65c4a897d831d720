"""Whether each count of the units' facts that is on record is true."""

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping

import msgspec
from msgspec import Struct

from services.ledger.contract import Entry

HEADS = "ledger.heads"


class _Heads(Struct, frozen=True):
    """What is read of such a count, whatever else it says."""

    upto: int
    units: tuple[str, ...]


_read = msgspec.json.Decoder(_Heads).decode


class Counting:
    """Follows a log: eight bytes for each fact of a unit."""

    def __init__(self, seqs: Mapping[str, bytes] | None = None) -> None:
        """`seqs` is what `kept` gave: how far a log was followed before."""
        self._seqs: dict[str, array[int]] = defaultdict(lambda: array("Q"))
        for unit, found in (seqs or {}).items():
            self._seqs[unit].frombytes(found)

    def kept(self) -> dict[str, bytes]:
        """The positions of each unit's facts, as `array` writes them."""
        return {unit: seqs.tobytes() for unit, seqs in self._seqs.items()}

    def of(self, unit: str) -> int:
        """How many facts of a unit there were so far."""
        return len(self._seqs[unit]) if unit in self._seqs else 0

    def untrue(self, entry: Entry) -> Iterator[str]:
        if entry.unit is not None:
            self._seqs[entry.unit].append(entry.seq)
        if entry.name != HEADS:
            return
        try:
            said = _read(entry.body)
        except msgspec.MsgspecError:
            return  # that its bytes are not those of its leaf is said elsewhere
        counted = {unit: bisect_right(seqs, said.upto) for unit, seqs in self._seqs.items()}
        if said.units != tuple(f"{unit}.{count}" for unit, count in sorted(counted.items()) if count):
            yield f"fact {entry.seq:,} counts the facts of the units wrongly"
