"""The Merkle tree of RFC 6962, section 2.1, over leaf hashes as they are stored. Every complete subtree is kept,
64 bytes a leaf in all.

Hashes are 32 bytes; a leaf's index is its fact's `seq - 1`. Proofs are the paths of sections 2.1.1 and 2.1.2, checked as RFC
9162, sections 2.1.3.2 and 2.1.4.2, says.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256

HASH = 32
EMPTY = sha256(b"").digest()
"""The root of a tree without leaves."""

Hash = bytes
Path = tuple[Hash, ...]


def node(left: Hash, right: Hash) -> Hash:
    return sha256(b"\x01" + left + right).digest()


class Tree:
    """A tree that only grows. Not thread-safe; what was proved of a size stays so however much is added."""

    def __init__(self) -> None:
        self._levels = [bytearray()]

    def __len__(self) -> int:
        return len(self._levels[0]) // HASH

    def extend(self, leaves: Iterable[Hash]) -> None:
        for leaf in leaves:
            self._levels[0] += leaf
            self._complete(len(self))

    def _complete(self, count: int) -> None:
        """What the newest leaf has made whole."""
        level = 0
        while count % 2 == 0:
            below = self._levels[level]
            if level + 1 == len(self._levels):
                self._levels.append(bytearray())
            self._levels[level + 1] += sha256(b"\x01" + below[-2 * HASH :]).digest()
            count //= 2
            level += 1

    def root(self, size: int | None = None) -> Hash:
        """Of the first `size` leaves."""
        size = len(self) if size is None else size
        return self._of(0, self._within(size)) if size else EMPTY

    def inclusion(self, index: int, size: int) -> Path:
        """That the leaf at `index` is among the first `size`: from beside it upwards."""
        if not 0 <= index < self._within(size):
            raise IndexError(f"There is no leaf {index} among {size}.")
        path: list[Hash] = []
        low, high = 0, size
        while high - low > 1:
            middle = low + _split(high - low)
            if index < middle:
                path.append(self._of(middle, high))
                high = middle
            else:
                path.append(self._of(low, middle))
                low = middle
        return tuple(reversed(path))

    def consistency(self, old: int, new: int) -> Path:
        """That the first `old` leaves are the beginning of the first `new`; nothing where that needs no proof."""
        if not 0 <= old <= self._within(new):
            raise IndexError(f"{old} leaves are not the beginning of {new}.")
        if old in (0, new):
            return ()
        path: list[Hash] = []
        low, high, whole = 0, new, True
        while high != old:
            middle = low + _split(high - low)
            if old <= middle:
                path.append(self._of(middle, high))
                high = middle
            else:
                path.append(self._of(low, middle))
                low, whole = middle, False
        return tuple(reversed(path)) if whole else (self._of(low, high), *reversed(path))

    def hashes(self, level: int, first: int, count: int) -> bytes:
        """So many hashes of complete subtrees of 2^level leaves, one after the other."""
        return bytes(self._levels[level][first * HASH : (first + count) * HASH]) if level < len(self._levels) else b""

    def _within(self, size: int) -> int:
        if size > len(self):
            raise IndexError(f"The tree has {len(self)} leaves, not {size}.")
        return size

    def _of(self, low: int, high: int) -> Hash:
        """The root over leaves `low` to `high`, a range that the tree of RFC 6962 has."""
        count = high - low
        if count & (count - 1) == 0:
            level = count.bit_length() - 1
            at = (low >> level) * HASH
            return bytes(self._levels[level][at : at + HASH])
        middle = low + _split(count)
        return node(self._of(low, middle), self._of(middle, high))


def _split(count: int) -> int:
    """The largest power of two below `count`."""
    return 1 << ((count - 1).bit_length() - 1)


def is_included(leaf: Hash, index: int, size: int, path: Sequence[Hash], root: Hash) -> bool:
    """Whether `path` proves that `leaf` stands at `index` under `root`."""
    if not 0 <= index < size or len(leaf) != HASH:
        return False
    at, last, found = index, size - 1, leaf
    for beside in path:
        if last == 0:
            return False
        if at % 2 or at == last:
            found = node(beside, found)
            while at % 2 == 0 and at:
                at, last = at >> 1, last >> 1
        else:
            found = node(found, beside)
        at, last = at >> 1, last >> 1
    return last == 0 and found == root


def is_consistent(old: int, new: int, path: Sequence[Hash], old_root: Hash, new_root: Hash) -> bool:
    """Whether `path` proves that the tree of `new` leaves begins with the one of `old`."""
    if not 0 <= old <= new:
        return False
    if old in (0, new):
        return not path and (old_root == new_root if old == new else old_root == EMPTY)
    steps = list(path) if old & (old - 1) else [old_root, *path]
    if not steps:
        return False
    at, last = old - 1, new - 1
    while at % 2:
        at, last = at >> 1, last >> 1
    before = after = steps[0]
    for beside in steps[1:]:
        if last == 0:
            return False
        if at % 2 or at == last:
            before, after = node(beside, before), node(beside, after)
            while at % 2 == 0 and at:
                at, last = at >> 1, last >> 1
        else:
            after = node(after, beside)
        at, last = at >> 1, last >> 1
    return last == 0 and (before, after) == (old_root, new_root)
