"""Whose conduct is looked at, how far is it, and what follows? One row each, for the readers of its compartment alone."""

from collections.abc import Iterable, Mapping
from typing import Literal, get_args

from projections.lives import Projection, Row, Scene
from workflows.conduct.commands import Response
from workflows.conduct.state import Conduct, Stage, balls
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import Moment

Shelf = Literal["open", "ended"]
SHELVES: tuple[Shelf, ...] = ("open", "ended")
LEAST = 10
"""So many have to be judged before anything is said of how."""


class ConductRow(Row, frozen=True, kw_only=True):
    conduct: Conduct

    @property
    def state(self) -> Stage:
        return self.conduct.stage

    @property
    def since(self) -> Moment:
        return self.conduct.since

    @property
    def shelf(self) -> Shelf:
        return "open" if balls(self.conduct) or self.state == "followed" else "ended"

    @property
    def title(self) -> Ref:
        return self.conduct.did


def fold(_: Mapping[str, object], scene: Scene) -> Mapping[str, Row]:
    return {"": ConductRow(conduct=scene.state)} if isinstance(scene.state, Conduct) else {}


def mix(rows: Iterable[ConductRow]) -> dict[Response, int] | None:
    """How many were consoled, coached, disciplined; None where they are too few to say it of them."""
    judged = [row.conduct.response for row in rows if row.conduct.response is not None]
    return {one: judged.count(one) for one in get_args(Response)} if len(judged) >= LEAST else None


CONDUCTS = Projection(
    name="conducts",
    row=ConductRow,
    fold=fold,
    nouns=frozenset({"conduct"}),
    filters=(("shelf",),),
    compartment="respect",
)
