"""While very much is sent, a little work is asked of every sender. Nobody is turned away, and nobody is known.

Who sends much is counted in memory, under a keyed hash of the address whose key lives ten minutes and is never written. The
work is done by the page's script; without one, a telephone number and a card stand beside it.
"""

import hashlib
import hmac
import secrets
import time
from collections import Counter
from collections.abc import Callable
from threading import Lock

from services.web.owned import Owned

SPAN = 600.0
"""Seconds a salt lives, with everything that was counted under it."""
FROM_ONE = 120
"""Within a span, from one address: a hospital may have a single one for all its phones."""
FROM_ALL = 1_200
BITS = 14
"""Leading zero bits of SHA-256(code:answer): a moment on a phone, and a moment for each of a million."""


class Flood:
    """One process's count. Thread-safe. `now` in seconds, of any clock that only goes forward."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._door = Lock()
        self._began = now()
        self._salt = secrets.token_bytes(32)
        self._counts: Counter[bytes] = Counter()

    def asks_work(self, address: str) -> bool:
        """Counts one more from this address; whether it must come with its work."""
        with self._door:
            if self._now() - self._began >= SPAN:
                self._began, self._salt = self._now(), secrets.token_bytes(32)
                self._counts.clear()
            bucket = hmac.digest(self._salt, address.encode(), "sha256")[:8]
            self._counts[bucket] += 1
            return self._counts[bucket] > FROM_ONE or self._counts.total() > FROM_ALL


class Wrongs:
    """Counts wrong codes of all senders together, a minute at a time, so that a reply can say to wait. It holds up nobody:
    a right code is looked up first and never asked about. Thread-safe."""

    MOST = 30

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._door = Lock()
        self._minute, self._count = 0, 0

    def too_many(self) -> bool:
        """Counts one more."""
        minute = int(self._now() // 60)
        with self._door:
            self._count = self._count + 1 if minute == self._minute else 1
            self._minute = minute
            return self._count > self.MOST


def is_done(code: str, answer: str) -> bool:
    """Whether the work was done for this code."""
    digest = hashlib.sha256(f"{code}:{answer[:32]}".encode()).digest()
    return int.from_bytes(digest[:4]) >> (32 - BITS) == 0


def work(code: str) -> str:
    """Does it, as the page's script does."""
    return next(str(n) for n in range(1 << 30) if is_done(code, str(n)))


FLOOD = Owned("flood", Flood)
WRONG_CODES = Owned("wrong codes", Wrongs)
