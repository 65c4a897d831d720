"""Several hospitals beside each other, from the counts each handed on: what is said of them together, where one stands among
them, and what helps with a figure. Nothing of it is kept.

Imports the projection that reckons, the scorecard's figures and the shelf; asked by the terminal and a page.
"""

from collections.abc import Collection, Iterator

import msgspec
from msgspec import Struct

from assessments.scorecard import FigureKey, scorecard
from projections import peers
from projections.peers import FEWEST, Among, Handed, Place
from projections.share import Share
from services import shelf
from services.documents import BadDocument
from services.shelf import Resource

HELPS: dict[FigureKey, str] = {"learned": "learning", "weighed": "safety_culture"}
"""Which part of the shelf helps with a figure; with the others, what is said of rounds does."""
SAID: dict[Place, str] = {
    "below": "below the middle half",
    "within": "in the middle half",
    "above": "above the middle half",
    "not_said": "",
}


class Line(Struct, frozen=True, kw_only=True):
    """A figure of several hospitals; `among` is None of too few. `own` is the count of the one that asks, `place` where it
    stands, `helps` what helps where it stands low."""

    title: str
    among: Among | None
    own: Share | None
    place: Place
    helps: Resource | None

    @property
    def hospitals(self) -> str:
        return str(self.among.hospitals) if self.among else f"fewer than {FEWEST}"

    @property
    def middle(self) -> str:
        return f"{self.among.middle} %" if self.among else ""

    @property
    def half(self) -> str:
        return f"{self.among.low} to {self.among.high} %" if self.among else ""


def read(file: bytes, called: str) -> Handed:
    """What a hospital handed on. BadDocument for anything else."""
    try:
        return msgspec.json.decode(file, type=Handed)
    except msgspec.MsgspecError as error:
        raise BadDocument(f"{called} is not what `heard export figures` writes: {error}") from error


def hospitals(handed: Collection[Handed]) -> int:
    return len({one.hospital for one in handed})


def lines(handed: Collection[Handed], own: Handed | None) -> Iterator[Line]:
    """Every figure of the scorecard, in its order."""
    found, mine = peers.among(handed), own.figures if own else {}
    for key, figure in scorecard().figures.items():
        where = peers.place(mine.get(key), found.get(key))
        yield Line(
            title=figure.title,
            among=found.get(key),
            own=mine.get(key),
            place=where,
            helps=_helps(key) if where == "below" else None,
        )


def _helps(key: FigureKey) -> Resource | None:
    return next((one for one in shelf.resources() if one.helps == HELPS.get(key, "rounds")), None)
