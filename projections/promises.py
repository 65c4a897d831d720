"""What was promised, to whom, and was it kept by the first day it was promised for? One row per promise."""

from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct

from projections.lives import Projection, Row, Scene, Was, since
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import Moment
from workflows.promise.state import Pledge

PromiseState = Literal["owed", "kept", "released", "granted", "refused"]
SHELVES: tuple[PromiseState, ...] = ("owed", "kept", "released", "granted", "refused")


class PromiseRow(Row, frozen=True, kw_only=True):
    """`pledge` has its days: the one in force, the first one, those that passed unkept."""

    state: PromiseState
    since: Moment
    pledge: Pledge

    @property
    def unit(self) -> str:
        """Its unit; "" where it is the hospital's."""
        return self.pledge.unit or ""

    @property
    def shelf(self) -> PromiseState:
        return self.state

    @property
    def title(self) -> Ref:
        return self.pledge.what

    @property
    def about(self) -> str | None:
        return self.pledge.about


def fold(was: Was, scene: Scene) -> Mapping[str, Row]:
    pledge = scene.state
    if not isinstance(pledge, Pledge):
        return {}
    state: PromiseState = pledge.settled or "owed"
    return {"": PromiseRow(state=state, since=since(was, state, scene), pledge=pledge)}


class Money(Struct, frozen=True):
    """What was asked for in money, and what came of it, in cents."""

    asked: int = 0
    granted: int = 0
    refused: int = 0
    waiting: int = 0


def money(rows: Iterable[PromiseRow]) -> Money:
    """Of asks alone. What was granted may be less than what was asked, or more; what was let go counts as asked alone."""
    asks = [row for row in rows if row.pledge.kind == "ask"]
    return Money(
        asked=sum(row.pledge.money or 0 for row in asks),
        granted=sum((row.pledge.said and row.pledge.said.money) or 0 for row in asks if row.state == "granted"),
        refused=sum(row.pledge.money or 0 for row in asks if row.state == "refused"),
        waiting=sum(row.pledge.money or 0 for row in asks if row.state == "owed"),
    )


PROMISES = Projection(
    name="promises", row=PromiseRow, fold=fold, nouns=frozenset({"promise"}), filters=(("unit", "shelf"),)
)
