"""The code of a receipt: 100 random bits in four groups of five, made with the form, so that a lost reply loses nothing.

A hundred random bits cannot be guessed, so nothing slows the one who has them; the intake keeps only what a secret of the
vault makes of a code (`Intake.id_of`).
"""

import secrets

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH, GROUP = 20, 5
_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})


def mint() -> str:
    """A new code, as it is kept: twenty letters of Crockford's base 32."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def derived(digest: bytes) -> str:
    """The code that follows from a keyed hash (at least thirteen bytes): for the same one always the same."""
    bits = int.from_bytes(digest, "big")
    return "".join(LETTERS[bits >> 5 * place & 31] for place in range(LENGTH))


def spelled(code: str) -> str:
    """As people read it: `4T7QX-…`."""
    return "-".join(code[start : start + GROUP] for start in range(0, LENGTH, GROUP))


def read(typed: str) -> str | None:
    """The code somebody typed, however they spaced it and whichever letters they took for which; None for what is none."""
    code = "".join(typed[:200].split()).upper().translate(_LOOKALIKES)
    return code if len(code) == LENGTH and all(letter in LETTERS for letter in code) else None
