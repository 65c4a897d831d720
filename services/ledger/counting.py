"""Whether each count of the units' facts that is on record is true."""

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

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

    def __init__(self) -> None:
        self._seqs: dict[str, array[int]] = defaultdict(lambda: array("Q"))

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
