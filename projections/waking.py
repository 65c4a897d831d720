"""When does time come back to this? One row for each stream that the clock has something to look for in."""

from collections.abc import Mapping

from projections.lives import Projection, Row, Scene, Was
from workflows import lexicon
from workflows.kernel.moments import Day, day_after, utc_day
from workflows.kernel.noun import Nothing


class Waking(Row, frozen=True, kw_only=True):
    """From `day` on the clock looks at it. What is imported was overdue long before it was recorded; it wakes at once."""

    day: Day


def fold(was: Was, scene: Scene) -> Mapping[str, Row]:
    del was
    day = None if isinstance(scene.state, Nothing) else lexicon.wakes(scene.state)
    return {} if day is None else {"": Waking(day=max(day, day_after(utc_day(scene.fact.at), -1)))}


WAKING = Projection(name="waking", row=Waking, fold=fold, filters=(("day",),))
