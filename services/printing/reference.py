"""The line under figures by which they are found again, years later: what was told, of which moment, by which entries,
counted how; and a check of each figure, so that one that differs can be named.

    month/4-west/on/2026-02-28/1772323199000000/118/scoring-1/5ee60d3b4c1f0a72/3f9c21ab…
"""

from hashlib import sha256
from typing import Literal, cast, get_args

from msgspec import Struct

Kind = Literal["month", "board-pack", "figures", "quarter-figures", "scorecard", "quarter", "promises", "rounds"]
"""Papers, and pages; `quarter-figures` are figures over three months, `quarter` what was promised for one."""
Way = Literal["now", "as_of", "on"]

HOSPITAL = "-"
ROOT = 16
"""Hexadecimal digits of the root: enough that no other log has it."""
CHECK = 4
"""Hexadecimal digits for each figure: of 65,536 that differ one is not noticed."""


class NoReference(ValueError):
    """That is no reference as it stands under figures; the message says so."""


class Reference(Struct, frozen=True, kw_only=True):
    """`day` and `until` (µs since 1970, UTC) are the moment it speaks of, `upto` the last entry that counts, `root` the
    beginning of the tree's root over it and all before."""

    what: Kind
    unit: str | None
    way: Way
    day: str
    until: int
    upto: int
    scoring: str
    root: str
    checks: str

    def __str__(self) -> str:
        moment = f"{self.way}/{self.day}/{self.until}/{self.upto}"
        counted = self.scoring.replace("/", "-")
        return f"{self.what}/{self.unit or HOSPITAL}/{moment}/{counted}/{self.root}/{self.checks}"

    def holds(self, number: int, value: str, words: str) -> bool:
        """Whether the figure at that place is the one that was printed."""
        return self.checks[number * CHECK : (number + 1) * CHECK] == check(value, words)


def check(value: str, words: str) -> str:
    return sha256(f"{words}\n{value}".encode()).hexdigest()[:CHECK]


def read(written: str) -> Reference:
    """NoReference for anything else."""
    parts = "".join(written.split()).split("/")
    try:
        what, unit, way, day, until, upto, scoring, root, checks = parts
        found = Reference(
            what=cast(Kind, what),
            unit=None if unit == HOSPITAL else unit,
            way=cast(Way, way),
            day=day,
            until=int(until),
            upto=int(upto),
            scoring=scoring.replace("-", "/", 1),
            root=root,
            checks=checks,
        )
    except ValueError as error:
        raise NoReference(_NONE) from error
    if what not in get_args(Kind) or way not in get_args(Way) or len(root) != ROOT:
        raise NoReference(_NONE)
    return found


_NONE = "That is no reference as it stands under printed figures; copy the whole line."
