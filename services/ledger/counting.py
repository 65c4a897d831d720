"""Whether each count of the units' facts that is on record is true."""

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping

import msgspec
from msgspec import Struct

from services.ledger.contract import Entry

HEADS, ALONE = "ledger.heads", "ledger.unit_counted"


class _Heads(Struct, frozen=True):
    """What is read of such a count, whatever else it says."""

    upto: int
    units: tuple[str, ...]


class _Alone(Struct, frozen=True):
    """The same of one unit."""

    upto: int
    of: str
    facts: int


_read = msgspec.json.Decoder(_Heads).decode
_one = msgspec.json.Decoder(_Alone).decode


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
        if entry.name not in (HEADS, ALONE):
            return
        try:
            true = self._is_true(_read(entry.body)) if entry.name == HEADS else self._is_true_of_one(_one(entry.body))
        except (msgspec.MsgspecError, UnicodeDecodeError):
            return  # that its bytes are not those of its leaf is said elsewhere
        if not true:
            yield f"fact {entry.seq:,} counts the facts of the units wrongly"

    def _is_true(self, said: _Heads) -> bool:
        counted = {unit: bisect_right(seqs, said.upto) for unit, seqs in self._seqs.items()}
        return said.units == tuple(f"{unit}.{count}" for unit, count in sorted(counted.items()) if count)

    def _is_true_of_one(self, said: _Alone) -> bool:
        return said.facts == bisect_right(self._seqs.get(said.of, ()), said.upto)
