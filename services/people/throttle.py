"""Slows guessing without locking anybody out. In memory alone: which logins were tried from where is written nowhere.

Whoever has signed in on a device before keeps a lane of their own there, which nobody else can fill. Strangers are counted
by login and by where they come from, so that guessing at one login, or at many, ends soon; while a login is being guessed at
from many places, each place that has not tried yet still has one attempt. Nobody waits inside a request.
"""

import secrets
from collections import deque
from collections.abc import Callable
from hashlib import blake2b
from ipaddress import ip_address, ip_network
from threading import Lock

from msgspec import Struct

from workflows.kernel.moments import MICRO, Moment

WINDOW = 15 * 60 * MICRO
ON_A_KNOWN_DEVICE = 10
FROM_ONE_PLACE = 5
WHILE_GUESSED_AT = 1
GUESSED_AT = 20
"""Failures at one login, from everywhere, after which a strange place has fewer attempts."""
AT_ALL_FROM_ONE_PLACE = 100
REMEMBERED = 50_000
COARSE = {4: 24, 6: 56}
"""Bits of an address that tell where somebody comes from, and not who it is."""


class Attempt(Struct, frozen=True):
    """A login as it was typed, the coarse place it came from, and the device where one has signed in as it before."""

    login: str
    source: str
    device: str | None = None


class Throttle:
    """Thread-safe. `now` in µs UTC."""

    def __init__(self, now: Callable[[], Moment]) -> None:
        self._now = now
        self._door = Lock()
        self._salt = secrets.token_bytes(16)
        self._lanes: dict[bytes, deque[Moment]] = {}

    def enter(self, attempt: Attempt) -> int:
        """0 and counts the attempt, or the seconds until it is worth trying again; then the password is not looked at."""
        with self._door:
            now = self._now()
            self._forget(now)
            waits = [self._wait(lane, most, now) for lane, most in self._limits(attempt, now)]
            if longest := max(waits):
                return -(-longest // MICRO)
            for lane in self._counted(attempt):
                self._lanes.setdefault(lane, deque()).append(now)
        return 0

    def succeeded(self, attempt: Attempt) -> None:
        """A right password is no guess: its own lane is empty again, the others lose this attempt."""
        own, *others = self._counted(attempt)
        with self._door:
            self._lanes.pop(own, None)
            for lane in others:
                if times := self._lanes.get(lane):
                    times.pop()

    def _limits(self, attempt: Attempt, now: Moment) -> list[tuple[bytes, int]]:
        own, *others = self._counted(attempt)
        if not others:
            return [(own, ON_A_KNOWN_DEVICE)]
        at_login, from_there = others
        guessed = len(self._recent(at_login, now)) >= GUESSED_AT
        return [(own, WHILE_GUESSED_AT if guessed else FROM_ONE_PLACE), (from_there, AT_ALL_FROM_ONE_PLACE)]

    def _counted(self, attempt: Attempt) -> list[bytes]:
        """The lanes of an attempt, its own first."""
        login = attempt.login.casefold()
        if attempt.device:
            return [self._lane("device", login, attempt.device)]
        return [
            self._lane("pair", login, attempt.source),
            self._lane("login", login),
            self._lane("source", attempt.source),
        ]

    def _wait(self, lane: bytes, most: int, now: Moment) -> Moment:
        times = self._recent(lane, now)
        return times[-most] + WINDOW - now if len(times) >= most else 0

    def _recent(self, lane: bytes, now: Moment) -> deque[Moment]:
        times = self._lanes.get(lane, deque())
        while times and times[0] <= now - WINDOW:
            times.popleft()
        return times

    def _forget(self, now: Moment) -> None:
        if len(self._lanes) > REMEMBERED:
            self._lanes = {lane: times for lane, times in self._lanes.items() if times and times[-1] > now - WINDOW}

    def _lane(self, *parts: str) -> bytes:
        return blake2b("\0".join(parts).encode(), key=self._salt, digest_size=16).digest()


def coarse(address: str | None) -> str:
    """The network an address belongs to; "" where there is none."""
    try:
        where = ip_address(address or "")
    except ValueError:
        return ""
    return str(ip_network((where, COARSE[where.version]), strict=False))
