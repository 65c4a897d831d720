"""Ids: `<noun>-` and 26 lower-case Crockford characters (128 bits). Where the bits come from is the caller's business."""

import re
from hashlib import sha256

CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"
_PAIRS = tuple(first + second for first in CROCKFORD for second in CROCKFORD)
_TENS = tuple(range(120, -1, -10))
TAIL = "[0-9a-hjkmnp-tv-z]{26}"
"""What follows the noun of a minted id, as a pattern."""
SLUG = "[a-z0-9-]{2,32}"
"""The short name of a unit or hospital, as a pattern."""
_ID = re.compile(f"^([a-z]+)-({TAIL})$")
_SLUG = re.compile(f"^{SLUG}$")


def spell(noun: str, bits: int) -> str:
    """`noun-` + `bits` (0 ≤ bits < 2¹²⁸) in Crockford base 32, most significant first."""
    pairs = [_PAIRS[bits >> ten & 1023] for ten in _TENS]
    return f"{noun}-{''.join(pairs)}"


def noun_of(stream: str) -> str:
    return stream.partition("-")[0]


def is_id(text: str, noun: str) -> bool:
    """Whether `text` is a minted id of `noun` (units are slugs: `unit-<slug>`)."""
    if noun == "unit":
        return text.startswith("unit-") and is_slug(text[5:])
    match = _ID.match(text)
    return bool(match and match[1] == noun)


def is_slug(text: str) -> bool:
    return bool(_SLUG.match(text))


def named(noun: str, *parts: str | None) -> str:
    """The id of what is known by its parts and stands once: the same whoever asks. Its bits are a digest of them."""
    spelled = "|".join(part or "" for part in parts)
    return spell(noun, int.from_bytes(sha256(spelled.encode()).digest()[:16]))
