"""To which units was a lesson or a way of working offered, and what did they say? One row per offer."""

from collections.abc import Mapping
from typing import Literal

from projections.lives import Projection, Row, Scene, Was, since
from workflows.kernel.grammar import Ref
from workflows.kernel.moments import Moment
from workflows.promise.commands import OFFERED
from workflows.promise.state import Pledge

SpreadState = Literal["offered", "taken_up", "not_for_us", "let_go"]
_STATES: Mapping[str | None, SpreadState] = {None: "offered", "granted": "taken_up", "refused": "not_for_us"}


class SpreadRow(Row, frozen=True, kw_only=True):
    """`about` was offered to `unit`; in which words it does it, or why not, lies at `words`."""

    state: SpreadState
    since: Moment
    about: str
    unit: str
    words: Ref | None


def fold(was: Was, scene: Scene) -> Mapping[str, Row]:
    pledge = scene.state
    if not isinstance(pledge, Pledge) or pledge.kind != OFFERED or pledge.about is None or pledge.unit is None:
        return {}
    state = _STATES.get(pledge.settled, "let_go")
    words = pledge.said.words if pledge.said else None
    row = SpreadRow(state=state, since=since(was, state, scene), about=pledge.about, unit=pledge.unit, words=words)
    return {"": row}


SPREADS = Projection(name="spreads", row=SpreadRow, fold=fold, nouns=frozenset({"promise"}), filters=(("about",),))
