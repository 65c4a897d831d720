"""A measure of harm or process: one value for each day, week or month; slips keep the old value; five at a time in a place."""

import pytest

from tests.given import NURSE, PARTNER, Given, Told, given, the
from tests.workflows.told import OPENED
from workflows import panel
from workflows.measure import commands as c
from workflows.measure import events as e
from workflows.measure.state import Active, Retired
from workflows.standard import events as s

MEASURE, PLACE, GOAL = the("measure"), panel.stream_of("4w"), the("standard")
FALLS = c.Register(
    unit="4w", title="Falls", kind="count", definition="Anybody on the floor", source="Event system", owner=NURSE
)
PER = {"kind": "rate", "per": 1000, "per_what": "patient days"}


def registered(**changes: object) -> e.Registered:
    fields: dict[str, object] = {
        "unit": "4w",
        "title": "Falls",
        "kind": "count",
        "definition": "Anybody on the floor",
        "source": "Event system",
        "owner": NURSE,
        "every": "month",
        "better": "lower",
        "per": None,
        "per_what": None,
        "goal": None,
        "serves": None,
    }
    return e.Registered(**{**fields, **changes})  # type: ignore[arg-type]  # a test names what it is about


def counting(*more: Told, **changes: object) -> Given:
    return given(OPENED, registered(**changes), (PLACE, panel.MeasureAdded(unit="4w", measure=MEASURE)), *more)


def full() -> Given:
    added = ((PLACE, panel.MeasureAdded(unit="4w", measure=the("measure", n))) for n in range(1, panel.MOST + 1))
    return given(OPENED, registered(), *added)


def goal(item: str = "goal", unit: str = "4w") -> s.Attested:
    return s.Attested(
        unit=unit,
        item=item,
        person=None,
        of=None,
        words="Nobody falls",
        more="Falls",
        marks=("near",),
        owner=None,
        day="2025-12-01",
        evidence=(),
        keeper="role-team-leader",
        renew_by=None,
        few=False,
    )


def test_a_measure_is_added_and_its_place_knows() -> None:
    minted = the("measure", 1_001)
    given(OPENED).when(FALLS).then((minted, registered()), (PLACE, panel.MeasureAdded(unit="4w", measure=minted)))


def test_more_days_since_are_better_unless_somebody_says_otherwise() -> None:
    asked = c.Register(unit="4w", title="x", kind="days_since", definition="x", source="x", owner=NURSE)
    told = given(OPENED).when(asked).then_something()
    state = told.state(the("measure", 1_001))
    assert isinstance(state, Active)
    assert state.gauge.better == "higher"


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"kind": "rate"}, "measure.say_per_what"),
        ({"kind": "count", "per": 100}, "measure.is_no_rate"),
        ({"kind": "days_since", "per_what": "patient days"}, "measure.is_no_rate"),
    ],
)
def test_a_rate_says_of_what_and_nothing_else_does(fields: dict[str, object], key: str) -> None:
    asked = {"unit": "4w", "title": "x", "definition": "x", "source": "x", "owner": NURSE, **fields}
    given(OPENED).when(c.Register(**asked)).then_refused(key)  # type: ignore[arg-type]  # a test names what it is about


def test_a_sixth_is_refused_until_one_is_given_up() -> None:
    full().when(FALLS).then_refused("panel.full")
    full().when(c.Retire(why="Nobody looks at it"), to=MEASURE).then(
        (MEASURE, e.Retired(why="Nobody looks at it")), (PLACE, panel.MeasureDropped(measure=MEASURE))
    )


def test_what_was_given_up_is_taken_up_again_where_there_is_room() -> None:
    retired = (e.Retired(why="x"), (PLACE, panel.MeasureDropped(measure=MEASURE)))
    counting(*retired).when(c.Resume(), to=MEASURE).then(
        (MEASURE, e.Resumed()), (PLACE, panel.MeasureAdded(unit="4w", measure=MEASURE))
    )
    others = ((PLACE, panel.MeasureAdded(unit="4w", measure=the("measure", n))) for n in range(2, panel.MOST + 2))
    counting(*retired, *others).when(c.Resume(), to=MEASURE).then_refused("panel.full")


def test_a_value_stands_for_its_month_and_comes_once() -> None:
    entered = e.Recorded(period="2025-02", count=3, of=None)
    counting().when(c.Record(period="2025-02", count=3), to=MEASURE).then(entered)
    counting(entered).when(c.Record(period="2025-02", count=3), to=MEASURE).then_nothing()
    counting(entered).when(c.Record(period="2025-02", count=4), to=MEASURE).then_refused("measure.recorded_already")


@pytest.mark.parametrize(
    ("shape", "value", "key"),
    [
        ({}, {"period": "2025-02-03", "count": 1}, "measure.by_month"),
        ({}, {"period": "2025-03", "count": 1}, "measure.not_yet"),
        ({}, {"period": "2025-02"}, "measure.how_many"),
        ({}, {"period": "2025-02", "count": 1, "of": 2}, "measure.is_no_rate"),
        ({"every": "week"}, {"period": "2025-02", "count": 1}, "measure.by_week"),
        ({"every": "week"}, {"period": "2025-W53", "count": 1}, "measure.by_week"),
        (PER, {"period": "2025-02", "count": 1}, "measure.out_of_how_many"),
        (PER, {"period": "2025-02", "count": 0, "of": 0}, "measure.out_of_how_many"),
        ({"kind": "days_since"}, {"period": "2025-02-30"}, "measure.by_day"),
        ({"kind": "days_since"}, {"period": "2025-02-03", "count": 1}, "measure.no_number"),
    ],
)
def test_a_value_fits_its_measure(shape: dict[str, object], value: dict[str, object], key: str) -> None:
    counting(**shape).when(c.Record(**value), to=MEASURE).then_refused(key)  # type: ignore[arg-type]  # a test names what it is about


def test_a_rate_has_both_of_its_numbers() -> None:
    asked = c.Record(period="2025-02", count=2, of=810)
    counting(**PER).when(asked, to=MEASURE).then(e.Recorded(period="2025-02", count=2, of=810))


def test_nothing_is_entered_once_it_is_given_up() -> None:
    told = counting(e.Retired(why="x"))
    told.when(c.Record(period="2025-02", count=3), to=MEASURE).then_refused("measure.retired")
    assert isinstance(told.state(MEASURE), Retired)


def test_a_value_put_right_keeps_the_old_one() -> None:
    entered = e.Recorded(period="2025-02", count=3, of=None)
    right = e.ValueCorrected(period="2025-02", was_count=3, was_of=None, to="2025-01", count=4, of=None)
    command = c.CorrectValue(period="2025-02", to="2025-01", count=4)
    told = counting(entered).when(command, to=MEASURE).then(right)
    state = told.state(MEASURE)
    (value,) = state.values
    assert (value.period, value.count) == ("2025-01", 4)
    assert [(one.period, one.count) for one in value.was] == [("2025-02", 3)]
    counting(entered).when(c.CorrectValue(period="2025-01", count=4), to=MEASURE).then_refused("measure.no_value")
    both = (entered, e.Recorded(period="2025-01", count=1, of=None))
    counting(*both).when(command, to=MEASURE).then_refused("measure.recorded_already")
    counting(entered).when(c.CorrectValue(period="2025-02", count=3), to=MEASURE).then_nothing()


def test_a_value_taken_back_stays_and_leaves_its_place_free() -> None:
    entered, back = (
        e.Recorded(period="2025-02", count=3, of=None),
        e.ValueWithdrawn(period="2025-02", why="That was ICU"),
    )
    counting(entered).when(c.WithdrawValue(period="2025-02", why="That was ICU"), to=MEASURE).then(back)
    told = counting(entered, back)
    assert told.state(MEASURE).values[0].withdrawn is not None
    told.when(c.WithdrawValue(period="2025-02", why="x"), to=MEASURE).then_nothing()
    told.when(c.Record(period="2025-02", count=1), to=MEASURE).then(e.Recorded(period="2025-02", count=1, of=None))
    told.when(c.WithdrawValue(period="2025-01", why="x"), to=MEASURE).then_refused("measure.no_value")


def test_what_is_aimed_for_keeps_what_was() -> None:
    told = counting(goal="2").when(c.Aim(goal="1.5"), to=MEASURE).then(e.Aimed(goal="1.5"))
    assert [one.goal for one in told.state(MEASURE).gauge.targets] == ["2", "1.5"]


def test_it_is_for_a_goal_of_the_charter_of_its_unit() -> None:
    (told_goal, elsewhere, mission) = (goal(), goal(unit="icu"), goal("mission"))
    serve = c.Serve(goal=GOAL)
    counting((GOAL, told_goal)).when(serve, to=MEASURE).then(e.Served(goal=GOAL))
    counting((GOAL, elsewhere)).when(serve, to=MEASURE).then_refused("measure.no_goal_here")
    counting((GOAL, mission)).when(serve, to=MEASURE).then_refused("measure.no_goal_here")
    counting().when(serve, to=MEASURE).then_refused("unknown")


def test_words_and_the_better_way_are_put_right() -> None:
    words = e.Corrected(part="title", text="Falls with harm", field=None, was=None, now=None)
    told = counting().when(c.Correct(part="title", text="Falls with harm"), to=MEASURE).then(words)
    assert [one.of for one in told.state(MEASURE).gauge.corrections] == ["title"]
    way = e.Corrected(part=None, text=None, field="better", was="lower", now="higher")
    told = counting().when(c.Correct(field="better", now="higher"), to=MEASURE).then(way)
    assert told.state(MEASURE).gauge.better == "higher"
    counting().when(c.Correct(part="per_what", text="x"), to=MEASURE).then_refused("measure.is_no_rate")


def test_somebody_else_sees_to_it() -> None:
    counting().when(c.HandOn(owner=PARTNER), to=MEASURE).then(e.HandedOn(owner=PARTNER))
    counting().when(c.HandOn(owner=NURSE), to=MEASURE).then_nothing()


def test_whoever_sees_to_it_owes_each_value_until_the_time_after_is_over() -> None:
    first = counting()
    (ball,) = first.balls(MEASURE)
    assert (ball.holder, ball.owes, ball.to, ball.due, ball.turn) == (
        NURSE,
        "count",
        "unit-4w",
        "2025-03-31",
        "2025-02",
    )
    entered = first.given(e.Recorded(period="2025-03", count=2, of=None))
    (ball,) = entered.balls(MEASURE)
    assert (ball.due, ball.turn) == ("2025-05-31", "2025-04")
    taken_back = entered.given(e.ValueWithdrawn(period="2025-03", why="Another unit's"))
    assert taken_back.balls(MEASURE)[0].turn == "2025-02"
    assert entered.given(e.Retired(why="Enough")).balls(MEASURE) == ()
    assert counting(kind="days_since").balls(MEASURE) == ()
