"""How long did it take, and how long has it taken so far? One row per thing that is waited for: a first look, an answer, a
solution, a removal.

What was given up ends without having come to its aim: a survival curve counts it until then, and no longer.
"""

from collections.abc import Mapping
from typing import Any, Literal

from projections.lives import Projection, Row, Scene, Was
from workflows.barrier import state as barrier
from workflows.concern import state as concern
from workflows.issue import state as issue
from workflows.kernel.moments import Day, Moment, utc_day
from workflows.kernel.months import Month, days_of, month_of

Aim = Literal["looked_at", "triaged", "answered", "assigned", "resolved", "accepted", "removed"]
"""A voice is looked at, it is said what it is, then its answer reaches it; an issue gets an owner, and is resolved or declined;
a barrier is accepted by its holder, and its removal verified."""

GIVEN_UP = "~"


class DurationRow(Row, frozen=True, kw_only=True):
    """`day` is that on which the waiting began; `took` how many days later it was over, "" while it goes on, after a tilde
    where it was given up."""

    unit: str
    aim: Aim
    day: Day
    took: str

    @property
    def since(self) -> str:
        """`day` while it goes on, "" once it is over: then only what it took is asked for, and few rows differ."""
        return "" if self.took else self.day

    @property
    def month(self) -> Month:
        return month_of(self.day)


Reached = bool | None
"""None where the aim was given up."""


def fold(was: Was, scene: Scene) -> Mapping[str, Row]:
    """The first time an aim is reached counts, but for an issue that is opened again."""
    match scene.state:
        case concern.Standing(voice=voice) if voice.kind != "thanks":
            unit = "-" if voice.is_restricted else voice.unit or ""
            reached = {
                "looked_at": _looked_at(scene.state),
                "triaged": _triaged(scene.state),
                "answered": _answered(scene.state),
            }
            return _rows(was, scene, unit, voice.raised, reached)
        case issue.Standing(matter=matter) if not isinstance(scene.state, issue.Unlisted):
            over = isinstance(scene.state, issue.Resolved | issue.Declined | issue.Closed)
            owned = True if matter.owner else None if over else False
            return {
                **_rows(was, scene, matter.unit, matter.listed, {"assigned": owned}),
                **_rows(was if over else {}, scene, matter.unit, matter.listed, {"resolved": over}),
            }
        case barrier.Standing(obstacle=obstacle) if not isinstance(scene.state, barrier.Withdrawn):
            reached = {"accepted": _accepted(scene.state), "removed": _removed(scene.state)}
            return _rows(was, scene, obstacle.unit or "", obstacle.logged, reached)
        case _:
            return {}


def _rows(was: Was, scene: Scene, unit: str, began: Moment, reached: Mapping[Any, Reached]) -> dict[str, Row]:
    day = utc_day(began)
    days = days_of(day, utc_day(scene.moment)) - 1
    return {
        aim: DurationRow(unit=unit, aim=aim, day=day, took=_before(was, aim) or _took(over, days))
        for aim, over in reached.items()
    }


def _before(was: Was, aim: str) -> str:
    """What it took, where it was reached before and stays so whatever follows."""
    took: str = was[aim].row.took if aim in was else ""
    return "" if took.startswith(GIVEN_UP) else took


def _took(over: Reached, days: int) -> str:
    return f"{GIVEN_UP}{days}" if over is None else str(days) if over else ""


def _looked_at(state: concern.Standing) -> Reached:
    voice = state.voice
    if voice.acknowledged is not None or voice.route is not None or voice.issue is not None:
        return True
    return not isinstance(state, concern.Owed)


def _triaged(state: concern.Standing) -> Reached:
    """Somebody said what it is, or put it on the tracking log; what is over without that never was."""
    if state.voice.route is not None or state.voice.issue is not None:
        return True
    return None if isinstance(state, concern.Ended) else False


def _answered(state: concern.Standing) -> Reached:
    """Somebody told it what came of it: no reply is an end after an answer, and whoever cannot be reached has none."""
    if isinstance(state, concern.Ended):
        return None if state.how in ("cannot_be_reached", "withdrawn") else True
    return isinstance(state, concern.Delivered)


def _accepted(state: barrier.Standing) -> Reached:
    return isinstance(state, barrier.Working | barrier.Claimed | barrier.Removed | barrier.Risk)


def _removed(state: barrier.Standing) -> Reached:
    return None if isinstance(state, barrier.Risk) else isinstance(state, barrier.Removed)


DURATIONS = Projection(
    name="durations",
    row=DurationRow,
    fold=fold,
    nouns=frozenset({"concern", "issue", "barrier"}),
    filters=(("unit", "aim", "month", "since", "took"),),
)
