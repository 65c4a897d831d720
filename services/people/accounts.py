"""Logins and passwords. A password is kept as argon2id makes it, and made anew when the house asks for more than it did."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from services.people.directory import Directory
from services.people.terms import Hashing

AT_ONCE = 12
"""Passwords hashed at the same time; whoever comes beyond that is asked to try again, so that pages go on being served."""


class Busy(Exception):
    """More people sign in at this moment than can be served; it passes within a second."""


class Accounts:
    """Sign-ins of one hospital's people. Thread-safe."""

    def __init__(self, directory: Directory, hashing: Hashing) -> None:
        self._file = directory.file
        self._door = directory.door
        self._hasher = PasswordHasher(hashing.passes, hashing.memory_kib, hashing.lanes)
        self._gate = BoundedSemaphore(AT_ONCE)

    def open(self, person: str, login: str, password: str, *, told: bool = True) -> None:
        """A sign-in for a person; the same login again gets the new password, and whoever came in with the old one is out.
        `told`: somebody else knows it, so that it must be replaced at the first sign-in."""
        row = (login, person, self._hasher.hash(password), told)
        with self._door:
            self._file.execute("INSERT OR REPLACE INTO accounts VALUES (?,?,?,?)", row)
            self._file.execute("DELETE FROM sessions WHERE person = ?", (person,))

    def replace(self, person: str, password: str) -> None:
        """A password of the person's own; every sign-in with the old one is over."""
        with self._hashing():
            hashed = self._hasher.hash(password)
        with self._door:
            self._file.execute("UPDATE accounts SET hash = ?, told = 0 WHERE person = ?", (hashed, person))
            self._file.execute("DELETE FROM sessions WHERE person = ?", (person,))

    def close(self, person: str) -> None:
        """No way in is left: login, sign-ins, programs, calendars, second step, the link to the hospital's own sign-in."""
        with self._door:
            for table in (
                "accounts",
                "sessions",
                "tokens",
                "second_factors",
                "recovery_codes",
                "identities",
                "calendars",
            ):
                self._file.execute(f"DELETE FROM {table} WHERE person = ?", (person,))

    def login_of(self, person: str) -> str | None:
        with self._door:
            found = self._file.execute("SELECT login FROM accounts WHERE person = ?", (person,)).fetchone()
        return found[0] if found else None

    def must_replace(self, person: str) -> bool:
        """Whether somebody else told the password."""
        with self._door:
            query = "SELECT 1 FROM accounts WHERE person = ? AND told"
            return self._file.execute(query, (person,)).fetchone() is not None

    def sign_in(self, login: str, password: str) -> str | None:
        """The person's id, or None; an unknown login takes as long as a wrong password. Busy when too many come at once."""
        nobody = self._nobody
        with self._door:
            query = "SELECT person, hash FROM accounts WHERE login = ?"
            person, kept = self._file.execute(query, (login,)).fetchone() or (None, nobody)
        with self._hashing():
            if not self._verified(kept, password) or person is None:
                return None
            if self._hasher.check_needs_rehash(kept):
                self._rehash(login, kept, password)
        return str(person)

    def _verified(self, kept: str, password: str) -> bool:
        try:
            return self._hasher.verify(kept, password)
        except (VerifyMismatchError, InvalidHashError):
            return False

    def _rehash(self, login: str, kept: str, password: str) -> None:
        """With today's parameters, unless the password was replaced meanwhile."""
        hashed = self._hasher.hash(password)
        with self._door:
            self._file.execute("UPDATE accounts SET hash = ? WHERE login = ? AND hash = ?", (hashed, login, kept))

    @cached_property
    def _nobody(self) -> str:
        """Verified against when a login is unknown, so that both take as long."""
        return self._hasher.hash(secrets.token_hex(16))

    @contextmanager
    def _hashing(self) -> Iterator[None]:
        if not self._gate.acquire(blocking=False):
            raise Busy
        try:
            yield
        finally:
            self._gate.release()
