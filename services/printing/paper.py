"""A paper as it is described to the press. Every text is shown as it stands here, whatever characters it has."""

from typing import Literal

from msgspec import Struct


class Heading(Struct, frozen=True, tag="heading"):
    """`level` 1 is a part of the paper, 2 a part of that; no level is left out."""

    text: str
    level: Literal[1, 2] = 1
    aside: str = ""


class Words(Struct, frozen=True, tag="words"):
    """A paragraph; `quoted` is somebody's own words, `strong` what must not be overlooked."""

    text: str
    tone: Literal["plain", "quiet", "strong", "quoted"] = "plain"


class Address(Struct, frozen=True, tag="address"):
    """Where the same is found, as a link that can be read on paper, too."""

    says: str
    href: str


class Listed(Struct, frozen=True, tag="listed"):
    """Lines of a list: what, and what is said of it."""

    lines: tuple[tuple[str, str], ...]


class Figures(Struct, frozen=True, tag="figures"):
    """What stands in front: a number, and what it counts."""

    pairs: tuple[tuple[str, str], ...]


class Table(Struct, frozen=True, tag="table"):
    """`rows` have as many cells as `head`; the first names the row. `widths` are shares of the line; without any, columns are
    as wide as what is in them."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...] = ()


class Picture(Struct, frozen=True, tag="picture"):
    """`svg` is drawn by us; `says` is what it shows, for whoever does not see it. Its table stands beside it."""

    svg: str
    says: str
    caption: str = ""
    width: int = 100


class Break(Struct, frozen=True, tag="break"):
    """What follows begins on a page of its own."""


Block = Heading | Words | Address | Listed | Figures | Table | Picture | Break


class Foot(Struct, frozen=True):
    """By what every number on it can be found again: how many facts the ledger held, the root over them, by which version of
    scoring it was counted; the signed note as lines and as a square."""

    size: int
    root: str
    scoring: str
    note: str
    square: str
    reference: str = ""
    """The line that `heard recompute` is given, where its figures can be found again by it."""


class Paper(Struct, frozen=True, kw_only=True):
    """`moment` (seconds since 1970, UTC) is the one it speaks of, `printed` the day in words. `foot` is None where the ledger
    contradicts what was signed of it, which the paper then says."""

    template: Literal["sheet", "book"]
    hospital: str
    title: str
    under: str = ""
    printed: str
    moment: int
    blocks: tuple[Block, ...]
    foot: Foot | None
    language: str = "en"
