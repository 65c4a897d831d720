"""Random bytes from the system, drawn in blocks: every fact needs several, and at each system call a thread hands on the
interpreter's lock, to wait for it behind whoever is busy.

Each byte is handed out once; a forked process starts with an empty block.
"""

import os
from threading import Lock

BLOCK = 16_384


class Dice:
    """Thread-safe."""

    def __init__(self) -> None:
        self._door = Lock()
        self._block = b""
        self._at = 0

    def draw(self, count: int) -> bytes:
        """`count` random bytes (at most BLOCK)."""
        with self._door:
            if self._at + count > len(self._block):
                self._block, self._at = os.urandom(BLOCK), 0
            drawn = self._block[self._at : self._at + count]
            self._at += count
        return drawn

    def empty(self) -> None:
        self._door = Lock()
        self._block, self._at = b"", 0


_dice = Dice()
os.register_at_fork(after_in_child=_dice.empty)


def draw(count: int) -> bytes:
    """`count` fresh random bytes, fit for keys, nonces and salts."""
    return _dice.draw(count)


def bits(count: int) -> int:
    """A random integer of `count` bits (a multiple of 8)."""
    return int.from_bytes(_dice.draw(count // 8))
