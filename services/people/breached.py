"""Passwords that were stolen elsewhere: looked for where whoever runs the house has put a list of them beside its files.

The list is one as it is commonly given out: a SHA-1 in hexadecimal on each line, in order, whatever follows it. It is asked
here and nowhere else: no password, and no part of its hash, leaves the machine.
"""

from hashlib import sha1
from pathlib import Path
from typing import BinaryIO

FILE = "breached-passwords.txt"
_LETTERS = 40


def is_breached(listed: Path, password: str) -> bool:
    """False where there is no list. Found by halving: tens of gigabytes cost a few dozen reads."""
    if not listed.is_file():
        return False
    wanted = sha1(password.encode(), usedforsecurity=False).hexdigest().upper().encode()
    with listed.open("rb") as lines:
        return _line_from(lines, _before(lines, wanted, listed.stat().st_size)) == wanted


def _before(lines: BinaryIO, wanted: bytes, size: int) -> int:
    """A place from which the next whole line is the first that is not smaller."""
    low, high = 0, size
    while low < high:
        middle = (low + high) // 2
        found = _line_from(lines, middle)
        if found and found < wanted:
            low = middle + 1
        else:
            high = middle
    return low


def _line_from(lines: BinaryIO, place: int) -> bytes:
    """The hash on the first line that begins at a place or after it; empty at the end."""
    lines.seek(max(0, place - 1))
    if place:
        lines.readline()
    return lines.readline()[:_LETTERS].upper()
