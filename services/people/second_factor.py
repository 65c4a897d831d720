"""The second step: a code from an app that changes every half minute, each taken once, and codes for when the phone is lost."""

import hmac
import secrets
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor import InvalidToken
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from msgspec import Struct

from services.people.directory import Directory
from workflows.kernel.ids import CROCKFORD
from workflows.kernel.moments import MICRO, Moment

STEP = 30
"""Seconds."""
DRIFT = 1
"""Steps by which a phone's clock may be off."""
RECOVERY = 8
"""Codes for when the phone is lost, each of 120 bits, so that a plain keyed hash of it is enough."""
_NONCE = 12


class Offer(Struct, frozen=True):
    """A secret that is not kept yet: `uri` for the app's camera, `typed` for typing it."""

    uri: str
    typed: str


class SecondFactors:
    """Of one hospital's people, sealed with the hospital's key. Thread-safe."""

    def __init__(self, directory: Directory, key: bytes) -> None:
        self._file = directory.file
        self._door = directory.door
        self._key = key
        self._seal = AESGCM(key)

    def has(self, person: str) -> bool:
        with self._door:
            query = "SELECT 1 FROM second_factors WHERE person = ?"
            return self._file.execute(query, (person,)).fetchone() is not None

    def draw(self, person: str) -> str:
        """A fresh secret for the person's app, sealed: kept by nobody until it comes back with its first code."""
        return self._sealed(secrets.token_bytes(20), person).hex()

    def offer(self, person: str, sealed: str, login: str, hospital: str) -> Offer | None:
        """How an app is told a drawn secret; None when it was drawn for somebody else or not by us."""
        secret = self._opened(sealed, person)
        if secret is None:
            return None
        uri = _totp(secret).get_provisioning_uri(login, f"Heard {hospital}")
        typed = uri.partition("secret=")[2].partition("&")[0]
        return Offer(uri, " ".join(typed[n : n + 4] for n in range(0, len(typed), 4)))

    def enrol(self, person: str, sealed: str, code: str, now: Moment) -> tuple[str, ...] | None:
        """Keeps a drawn secret once its app shows the right code; gives the recovery codes, which are shown once. None for
        a wrong code."""
        secret = self._opened(sealed, person)
        step = None if secret is None else _step_of(secret, code, now)
        if secret is None or step is None:
            return None
        codes = tuple(_recovery_code() for _ in range(RECOVERY))
        with self._door:
            row = (person, self._sealed(secret, person), step)
            self._file.execute("INSERT OR REPLACE INTO second_factors VALUES (?,?,?)", row)
            self._file.execute("DELETE FROM recovery_codes WHERE person = ?", (person,))
            rows = [(person, self._hashed(one)) for one in codes]
            self._file.executemany("INSERT INTO recovery_codes VALUES (?,?)", rows)
        return codes

    def takes(self, person: str, code: str, now: Moment) -> bool:
        """Whether the code is right and was not taken before; a recovery code is used up by it."""
        digits = "".join(code.split())
        return self._takes_step(person, digits, now) if digits.isdigit() else self._takes_recovery(person, code)

    def forget(self, person: str) -> None:
        """The person signs in without it, or sets it up again."""
        with self._door:
            self._file.execute("DELETE FROM second_factors WHERE person = ?", (person,))
            self._file.execute("DELETE FROM recovery_codes WHERE person = ?", (person,))

    def _takes_step(self, person: str, digits: str, now: Moment) -> bool:
        with self._door:
            query = "SELECT secret FROM second_factors WHERE person = ?"
            found = self._file.execute(query, (person,)).fetchone()
            secret = self._opened(found[0].hex(), person) if found else None
            step = None if secret is None else _step_of(secret, digits, now)
            if step is None:
                return False
            query = "UPDATE second_factors SET used = ? WHERE person = ? AND used < ?"
            return self._file.execute(query, (step, person, step)).rowcount == 1

    def _takes_recovery(self, person: str, code: str) -> bool:
        with self._door:
            query = "DELETE FROM recovery_codes WHERE person = ? AND code = ?"
            return self._file.execute(query, (person, self._hashed(code))).rowcount == 1

    def _hashed(self, code: str) -> bytes:
        plain = code.lower().replace("-", "").replace(" ", "").translate(_MISREAD)
        return hmac.digest(self._key, plain.encode(), sha256)

    def _sealed(self, secret: bytes, person: str) -> bytes:
        nonce = secrets.token_bytes(_NONCE)
        return nonce + self._seal.encrypt(nonce, secret, person.encode())

    def _opened(self, sealed: str, person: str) -> bytes | None:
        try:
            given = bytes.fromhex(sealed)
            return self._seal.decrypt(given[:_NONCE], given[_NONCE:], person.encode())
        except (ValueError, InvalidTag):
            return None


_MISREAD = str.maketrans("oil", "011")


def _totp(secret: bytes) -> TOTP:
    return TOTP(secret, 6, SHA1(), STEP)  # noqa: S303 - what the apps speak


def _step_of(secret: bytes, code: str, now: Moment) -> int | None:
    """The time step whose code this is."""
    current = now // MICRO // STEP
    for step in range(current - DRIFT, current + DRIFT + 1):
        try:
            _totp(secret).verify(code.encode(), step * STEP)
        except InvalidToken:
            continue
        return step
    return None


def _recovery_code() -> str:
    drawn = "".join(secrets.choice(CROCKFORD) for _ in range(24))
    return "-".join(drawn[n : n + 4] for n in range(0, 24, 4))
