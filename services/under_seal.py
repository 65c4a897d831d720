"""What people answered, locked for keeping among the attachments: ballots under one secret of the vault, comments under
another."""

import hmac

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from msgspec import json

from services.house import House

BALLOTS, COMMENTS = "ballots", "comments"
"""The names of the secrets."""
_NONCE = 12


def sealed(house: House, whose: str, what: object, secret: str = BALLOTS) -> bytes:
    """Answers of a survey for keeping among the attachments; the nonce follows from what is sealed, so that the same ballots
    lie under the same digest."""
    key, clear = house.vault.secret(secret), json.encode(what)
    nonce = hmac.digest(key, whose.encode() + clear, "sha256")[:_NONCE]
    return nonce + AESGCM(key).encrypt(nonce, clear, whose.encode())


def unsealed(house: House, whose: str, digest: str, secret: str = BALLOTS) -> bytes | None:
    """None where nothing lies there, or what was not sealed as theirs."""
    kept = house.attachments.get(digest)
    if kept is None:
        return None
    try:
        return AESGCM(house.vault.secret(secret)).decrypt(kept[:_NONCE], kept[_NONCE:], whose.encode())
    except InvalidTag:
        return None
