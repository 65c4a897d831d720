"""Which records hold which word: numbers of records by word, in memory."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from services.search.folding import LONG, Term

Held = tuple[int, str, str | None]
"""A record: its number, its stream, the unit it stands in. The numbers are the same in every process."""


class Index:
    """Records are streams; they are numbered in the order in which they first came. A record keeps its number when its words
    go and come back. For one thread at a time."""

    def __init__(self) -> None:
        self._streams: list[str] = []
        self._units: list[str | None] = []
        self._numbers: dict[str, int] = {}
        self._holding: dict[str, array[int]] = {}
        self._words: list[str] = []
        self._unsorted = False

    def __contains__(self, stream: str) -> bool:
        return stream in self._numbers

    def place(self, stream: str, unit: str | None) -> None:
        """Where a record stands from now on."""
        if stream not in self._numbers:
            self._numbers[stream] = len(self._streams)
            self._streams.append(stream)
            self._units.append(unit)
        else:
            self._units[self._numbers[stream]] = unit

    def add(self, stream: str, words: Iterable[str]) -> None:
        """Words of a record that was placed."""
        number = self._numbers[stream]
        for word in set(words):
            held = self._holding.get(word)
            if held is None:
                self._holding[word] = array("I", (number,))
                self._words.append(word)
                self._unsorted = True
            elif held[-1] != number:
                held.append(number)

    def drop(self, stream: str) -> None:
        """No word of the record is left, nor one that no other record holds."""
        number = self._numbers.get(stream)
        for word in [word for word, held in self._holding.items() if number in held]:
            kept = array("I", (one for one in self._holding[word] if one != number))
            if kept:
                self._holding[word] = kept
            else:
                del self._holding[word]
                self._words.remove(word)

    def find(self, asked: Sequence[Term], before: int | None = None) -> Iterator[Held]:
        """Records with every word that is asked for; what came last comes first, with numbers below `before` alone. All are
        found before the first is given."""
        end = len(self._streams) if before is None else before
        found = sorted((number for number in self._holders(asked) if number < end), reverse=True)
        return iter([(number, self._streams[number], self._units[number]) for number in found])

    def _holders(self, asked: Sequence[Term]) -> set[int]:
        found: set[int] | None = None
        for term in asked:
            holders = {number for one in term for word in self._beginning(one) for number in self._holding[word]}
            found = holders if found is None else found & holders
            if not found:
                return set()
        return found or set()

    def _beginning(self, asked: str) -> Sequence[str]:
        """The words that are met by one that is asked for."""
        if len(asked) < LONG:
            return (asked,) if asked in self._holding else ()
        if self._unsorted:
            self._words.sort()
            self._unsorted = False
        first = bisect_left(self._words, asked)
        return self._words[first : bisect_left(self._words, asked + "\U0010ffff", first)]
