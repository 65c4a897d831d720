"""The bytes of an entry. Frozen: `tests/golden` holds every kind for ever.

entry = line LF head LF body. The leaf binds the line to the inner hash of head and body, so that a withheld entry can be
proved by its line and inner hash alone. Lengths in bytes; an entry is at most 65,535.
"""

from hashlib import sha256

FORMAT = "heard/1"
LONGEST = 65_535


def inner(head: bytes, body: bytes) -> bytes:
    """SHA-256(head ‖ LF ‖ body)."""
    return sha256(head + b"\n" + body).digest()


def line(hospital: str, seq: int, unit: str | None, unit_seq: int | None, at: int) -> bytes:
    """`heard/1 HOSPITAL SEQ UNIT|- UNIT_SEQ|- AT`, all ASCII."""
    where = "- -" if unit is None else f"{unit} {unit_seq}"
    return f"{FORMAT} {hospital} {seq} {where} {at}".encode()


def leaf(line: bytes, inner: bytes) -> bytes:
    """SHA-256(0x00 ‖ line ‖ LF ‖ inner): leaf hash `seq - 1` of the RFC 6962 tree."""
    return sha256(b"\x00" + line + b"\n" + inner).digest()


def entry(line: bytes, head: bytes, body: bytes) -> bytes:
    return line + b"\n" + head + b"\n" + body


def commitment(salt: bytes, cipher: bytes) -> bytes:
    """SHA-256(0x02 ‖ salt32 ‖ cipher): what the fact says of a sealed text."""
    return sha256(b"\x02" + salt + cipher).digest()
