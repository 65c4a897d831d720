"""What was said, answered and put right in which month? One row per thing and what came of it, in the month that was so.

What is undone again, as an issue that opens once more, leaves its month; what was done twice counts where it was done last.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from projections.lives import Projection, Row, Scene, Was
from workflows.barrier import state as barrier
from workflows.concern import state as concern
from workflows.issue import state as issue
from workflows.kernel.moments import Moment, utc_day
from workflows.kernel.months import Month, month_of

What = Literal[
    "said",
    "thanked",
    "answered",
    "heard",
    "disagreed",
    "no_reply",
    "cannot_be_reached",
    "withdrawn",
    "fixed",
    "resolved",
    "declined",
    "removed",
]
"""`fixed` was on the spot. Of a barrier only its removal counts, once the unit has verified it."""

Came = tuple[str, What, Moment | None]
"""As which row, what came about, when; None for the moment of the fact that brought it."""


class MonthlyRow(Row, frozen=True, kw_only=True):
    unit: str
    month: Month
    what: What


def fold(was: Was, scene: Scene) -> Mapping[str, Row]:
    match scene.state:
        case concern.Standing(voice=voice):
            unit = "-" if voice.is_restricted else voice.unit or ""
            return _rows(was, scene, unit, _of_voice(scene.state))
        case issue.Standing(matter=matter):
            return _rows(was, scene, matter.unit, _of_issue(scene.state))
        case barrier.Standing(obstacle=obstacle):
            return _rows(was, scene, obstacle.unit or "", _of_barrier(scene.state))
        case _:
            return {}


def _rows(was: Was, scene: Scene, unit: str, came: Iterator[Came]) -> dict[str, Row]:
    return {one[0]: MonthlyRow(unit=unit, month=_month(was, scene, one), what=one[1]) for one in came}


def _month(was: Was, scene: Scene, came: Came) -> Month:
    """The one it was first so in, as long as it stays so."""
    name, what, moment = came
    before: Any = was[name].row if name in was else None
    if moment is None and before is not None and before.what == what:
        found: Month = before.month
        return found
    return month_of(utc_day(scene.moment if moment is None else moment))


def _of_voice(state: concern.Standing) -> Iterator[Came]:
    """That nobody could be reached, or that it was taken back, is no answer."""
    yield "said", "thanked" if state.voice.kind == "thanks" else "said", state.voice.raised
    if isinstance(state, concern.Ended):
        yield "ended", state.how, None
    ended_without = isinstance(state, concern.Ended) and state.how in ("cannot_be_reached", "withdrawn")
    if isinstance(state, concern.Delivered | concern.Ended) and not ended_without:
        yield "answered", "answered", None


def _of_issue(state: issue.Standing) -> Iterator[Came]:
    match state:
        case issue.Resolved() | issue.Closed(declined=False):
            yield "done", "fixed" if state.matter.source == "on_the_spot" else "resolved", None
        case issue.Declined() | issue.Closed():
            yield "done", "declined", None
        case _:
            return


def _of_barrier(state: barrier.Standing) -> Iterator[Came]:
    if isinstance(state, barrier.Removed):
        yield "done", "removed", None


MONTHLY = Projection(
    name="monthly",
    row=MonthlyRow,
    fold=fold,
    nouns=frozenset({"concern", "issue", "barrier"}),
    filters=(("unit", "month", "what"),),
)
