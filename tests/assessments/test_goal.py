"""A goal for one figure: agreed once for each place, aimed for anew without losing what was aimed for before."""

import pytest

from assessments import goal as g
from assessments.goal import events as e
from assessments.scorecard import Standing, Verdict, standing
from tests.given import LEADER, PARTNER, Given, act, by_clock, given
from tests.workflows.told import OPENED

GOAL = g.stream_of("4w", "answered")
AGREE = g.Agree(unit="4w", figure="answered", horizon="near", target=80, due="2025-06-30", owner=LEADER)


def agreed(*more: e.Happened) -> Given:
    first = e.Agreed(
        unit="4w",
        figure="answered",
        horizon="near",
        baseline=40,
        target=80,
        due="2025-06-30",
        owner=LEADER,
        why="All hear back",
    )
    return given(OPENED, *((GOAL, one) for one in (first, *more)))


def test_a_goal_is_agreed_once_for_each_place_and_figure() -> None:
    told = given(OPENED).when(AGREE).then_something()
    told.when(AGREE).then_refused("goal.agreed_already", target=80, due="2025-06-30")
    given().when(AGREE).then_refused("unit.unknown", unit="4w")
    past = g.Agree(figure="kept", horizon="far", target=90, due="2025-01-01", owner=LEADER)
    given().when(past).then_refused("day_is_past", day="2025-01-01")


def test_another_target_keeps_the_one_before() -> None:
    told = agreed().when(g.Retarget(target=70, due="2025-12-31", why="The ward was closed in May"), to=GOAL)
    goal = told.then_something().state(GOAL)
    assert [(one.percent, one.due) for one in goal.targets] == [(80, "2025-06-30"), (70, "2025-12-31")]
    assert goal.in_force("2025-02-10").percent == 80
    assert goal.in_force("2025-03-31").percent == 70
    assert goal.in_force("2020-01-01").percent == 80


def test_its_owner_says_what_came_of_it_when_its_day_comes() -> None:
    told = agreed()
    assert [(ball.holder, ball.owes, ball.due) for ball in told.balls(GOAL)] == [(LEADER, "review", "2025-06-30")]
    late = g.FallDue(owes="review", due="2025-06-30")
    told.when(late, by_clock("2025-06-30"), to=GOAL).then_refused("nothing_fell_due")
    told.when(late, by_clock("2025-07-01"), to=GOAL).then(e.FellDue(owes="review", due="2025-06-30", holder=LEADER))
    over = told.when(g.Retire(came="reached", why="Two quarters long"), to=GOAL).then_something()
    assert over.balls(GOAL) == ()
    over.when(g.Retarget(target=90, due="2025-12-31", why="More"), to=GOAL).then_refused("goal.over")
    over.when(AGREE).then_something()


def test_it_is_handed_on_and_put_right() -> None:
    told = agreed().when(g.HandOn(owner=PARTNER), to=GOAL).then_something()
    told.when(g.HandOn(owner=PARTNER), to=GOAL).then_nothing()
    put = told.when(g.Correct(text="Everybody hears back"), to=GOAL).then_something().state(GOAL)
    assert (put.owner, put.why.part, len(put.corrections)) == (PARTNER, "text", 1)
    given().when(g.HandOn(owner=PARTNER), act(), to=GOAL).then_refused("unknown")


@pytest.mark.parametrize(
    ("verdicts", "today", "stands"),
    [
        (("not_met", "met"), "2025-07-31", "met"),
        (("met", "certain", "none"), "2025-07-31", "certain"),
        (("met", "not_met"), "2025-06-30", "not_yet"),
        (("met", "not_met"), "2025-07-01", "missed"),
        (("few", "none", "not_adopted"), "2025-07-01", "few"),
    ],
)
def test_it_stands_as_the_latest_period_says(verdicts: tuple[Verdict, ...], today: str, stands: Standing) -> None:
    assert standing(verdicts, "2025-06-30", today) == stands
