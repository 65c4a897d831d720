"""How easy was what was solved? One row per issue that was resolved, by how easy it was found to be when it was weighed."""

from collections.abc import Mapping
from typing import Literal

from projections.lives import Projection, Row, Scene, Was
from workflows.issue.state import Closed, Resolved, Standing

Ease = Literal["easy", "hard", "not_weighed"]
EASY = 4
"""Of 5, 5 being today."""


class SolvedRow(Row, frozen=True, kw_only=True):
    unit: str
    ease: Ease


def fold(_: Was, scene: Scene) -> Mapping[str, Row]:
    standing = scene.state
    if not isinstance(standing, Standing) or not _is_solved(standing):
        return {}
    weight = standing.matter.weight
    ease: Ease = "not_weighed" if weight is None else "easy" if weight.ease >= EASY else "hard"
    return {"": SolvedRow(unit=standing.matter.unit, ease=ease)}


def _is_solved(standing: Standing) -> bool:
    return isinstance(standing, Resolved) or (isinstance(standing, Closed) and not standing.declined)


SOLVED = Projection(name="solved", row=SolvedRow, fold=fold, nouns=frozenset({"issue"}), filters=(("unit", "ease"),))
