"""What can be done with a measure, with the panel of a place and with a goal that is not measured yet, by this reader; which
questions of their forms make no sense there; and who may have looked at the figures."""

from collections.abc import Iterable

from projections.charter_goals import Measured
from projections.lives import Stint
from projections.measures import MeasureRow
from projections.panels import PanelRow
from services.web.doing.actions import Action
from services.web.doing.buttons import Offer
from services.web.visit import Visit
from workflows.kernel.ids import noun_of
from workflows.kernel.moments import Day, day_after
from workflows.kernel.noun import Nothing
from workflows.kernel.periods import first_day, period_of
from workflows.measure.state import Gauge
from workflows.panel import MOST

_OFFERS: dict[str, tuple[Offer, ...]] = {
    "active": (
        ("measure.aim", "Say what you aim for", False),
        ("measure.correct", "Correct its words", False),
        ("measure.hand_on", "Somebody else sees to it", False),
        ("measure.retire", "Give it up", False),
    ),
    "retired": (("measure.resume", "Take it up again", False),),
}


def of_measure(visit: Visit, stint: Stint[MeasureRow], day: Day, back: str) -> tuple[Action, ...]:
    row = stint.row
    unit, active = row.unit or None, row.state == "active"
    found = [
        Action(label, f"/do/{verb.replace('.', '/')}?to={stint.stream}&next={back}", first)
        for verb, label, first in _OFFERS[row.state]
        if visit.may(verb, unit, stint.stream)
    ]
    if active and visit.may("measure.record", unit, stint.stream):
        period = _latest(row.gauge, day)
        enter = Action("Enter a value", f"/do/measure/record?to={stint.stream}&period={period}&next={back}", first=True)
        found = [enter, Action("Bring a sheet", f"/measure/{stint.stream}/sheet", first=True), *found]
    return tuple(found)


def of_value(visit: Visit, stint: Stint[MeasureRow], period: str, back: str) -> tuple[Action, ...]:
    offers = (("correct_value", "Put it right"), ("withdraw_value", "Take it back"))
    return tuple(
        Action(label, f"/do/measure/{verb}?to={stint.stream}&period={period}&next={back}")
        for verb, label in offers
        if visit.may(f"measure.{verb}", stint.row.unit or None, stint.stream)
    )


def of_panel(visit: Visit, slug: str, row: PanelRow | None, seen: int, back: str) -> tuple[Action, ...]:
    """`seen` is the position of the figures on the page."""
    there, unit = row.panel.measures if row else (), f"unit={slug}&" if slug else ""
    found = []
    if there and visit.may("panel.review", slug or None):
        found.append(Action("We looked at it together", f"/do/panel/review?{unit}seen={seen}&next={back}", first=True))
    if there and visit.may("measure.record", slug or None):
        found.append(Action("Bring a sheet of several measures", "/measures/sheet"))
    if len(there) < MOST and visit.may("measure.register", slug or None):
        found.append(Action("Add a measure", f"/do/measure/register?{unit}next={back}", first=True))
    return tuple(found)


def of_goal(visit: Visit, goal: Measured, free: Iterable[tuple[str, str]], back: str) -> tuple[Action, ...]:
    """`free` are measures that are for no goal yet, by stream and title: one of them may be for this one, or a new one is."""
    slug, mine = goal.goal.row.standard.unit, goal.measures
    found = []
    if visit.may("measure.serve", slug):
        found += [
            Action(f"“{title}” measures it", f"/do/measure/serve?to={stream}&goal={goal.goal.stream}&next={back}")
            for stream, title in free
            if not mine
        ]
    if not mine and visit.may("measure.register", slug):
        href = f"/do/measure/register?unit={slug}&serves={goal.goal.stream}&next={back}"
        found.append(Action("Add a measure for it", href, first=True))
    if not goal.is_verified and visit.may("standard.attest", slug):
        href = f"/attest/measure?unit={slug}&of={goal.goal.stream}&next={back}"
        found.append(Action("Say how it is measured", href, first=bool(mine)))
    return tuple(found)


def left_out(visit: Visit, verb: str, to: str | None) -> frozenset[str]:
    """The questions that make no sense for the measure that is meant."""
    if verb not in ("measure.record", "measure.correct_value") or to is None or noun_of(to) != "measure":
        return frozenset()
    state = visit.house.clerk.memory.get(to).state
    if isinstance(state, Nothing):
        return frozenset()
    return {"days_since": frozenset({"count", "of"}), "count": frozenset({"of"})}.get(state.gauge.kind, frozenset())


def _latest(gauge: Gauge, day: Day) -> str:
    """The last day, week or month that is over: the likeliest one to be entered."""
    if gauge.kind == "days_since" or gauge.every == "day":
        return day
    return period_of(day_after(first_day(period_of(day, gauge.every)), -1), gauge.every)
