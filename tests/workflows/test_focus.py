"""What is promised for a quarter: few lines, each with its owner and day, each looked at when the quarter is over."""

import pytest

from tests.given import LEADER, PARTNER, Given, act, by_clock, given, the
from tests.workflows.test_policies import reactions
from tests.workflows.told import OPENED
from workflows.focus import commands as c
from workflows.focus import events as e
from workflows.kernel.months import last_day_of, quarter_after, quarter_before, quarter_of
from workflows.kernel.noun import Wish

FOCUS = c.stream_of("4w", "2025-Q1")
DECLARE = c.Declare(unit="4w", quarter="2025-Q1", owner=PARTNER, pledge="Everybody is answered")
LINE = c.AddLine(line="Nights", action="The open door is at two in the morning", owner=LEADER, due="2025-03-20")


def declared(*more: e.Happened) -> Given:
    first = e.Declared(
        unit="4w", quarter="2025-Q1", owner=PARTNER, pledge="Everybody is answered", review_by="2025-04-14"
    )
    return given(OPENED, *((FOCUS, one) for one in (first, *more)))


def line(number: int) -> e.LineAdded:
    return e.LineAdded(number=number, line="Nights", action="The door", owner=LEADER, due="2025-03-20")


@pytest.mark.parametrize(
    ("day", "quarter"), [("2025-01-01", "2025-Q1"), ("2025-03-31", "2025-Q1"), ("2025-12-31", "2025-Q4")]
)
def test_quarters_are_told_by_their_days(day: str, quarter: str) -> None:
    assert quarter_of(day) == quarter
    assert quarter_before(quarter_after(quarter)) == quarter
    assert last_day_of("2024-Q1") == "2024-03-31"
    assert quarter_after("2025-Q4") == "2026-Q1"


def test_a_quarter_is_promised_once_by_name() -> None:
    told = given(OPENED).when(DECLARE).then_something()
    assert told.state(FOCUS).owner == PARTNER
    told.when(DECLARE).then_refused("focus.declared_already", quarter="2025-Q1")
    given().when(DECLARE).then_refused("unit.unknown", unit="4w")
    late = c.Declare(quarter="2024-Q4", owner=PARTNER, pledge="x")
    given().when(late).then_refused("focus.another_quarter", now="2025-Q1", next="2025-Q2")


def test_a_fourth_line_is_refused_with_what_to_do() -> None:
    full = declared(line(1), line(2), line(3))
    full.when(LINE, to=FOCUS).then_refused("focus.too_many_lines", most=3, next="2025-Q2")
    dropped = full.given((FOCUS, e.Reviewed(number=2, came="dropped", why="The lift came")))
    told = dropped.when(LINE, to=FOCUS).then_something()
    assert [one.number for one in told.state(FOCUS).standing] == [1, 3, 4]


def test_each_line_lies_with_whoever_does_it_and_the_whole_with_its_owner() -> None:
    balls = declared(line(1)).balls(FOCUS)
    assert [(ball.holder, ball.owes, ball.due) for ball in balls] == [
        (LEADER, "keep", "2025-03-20"),
        (PARTNER, "review", "2025-04-14"),
    ]
    done = declared(line(1)).when(c.Review(number=1, came="done"), to=FOCUS).then_something()
    assert done.balls(FOCUS) == ()


def test_what_came_of_a_line_is_said_once_and_dropping_it_needs_a_reason() -> None:
    told = declared(line(1))
    told.when(c.Review(number=2, came="done"), to=FOCUS).then_refused("focus.no_such_line", most=1)
    told.when(c.Review(number=1, came="dropped"), to=FOCUS).then_refused("focus.why_dropped")
    on = told.when(c.Review(number=1, came="carried_on"), to=FOCUS).then_something()
    on.when(c.Review(number=1, came="done"), to=FOCUS).then_refused("focus.reviewed_already")


def test_it_is_handed_on_put_right_and_noted_when_it_is_late() -> None:
    told = declared(line(1)).when(c.HandOn(owner=LEADER), to=FOCUS).then_something()
    told.when(c.HandOn(owner=LEADER, whose=PARTNER), to=FOCUS).then_refused("focus.nothing_of_theirs", holder=PARTNER)
    handed = told.when(c.HandOn(owner=PARTNER, whose=LEADER), to=FOCUS).then_something()
    assert {ball.holder for ball in handed.balls(FOCUS)} == {PARTNER}
    assert told.when(c.Correct(text="All are answered"), to=FOCUS).then_something().state(FOCUS).pledge.part == "text"
    late = c.FallDue(owes="keep", due="2025-03-20")
    told.when(late, by_clock("2025-03-20"), to=FOCUS).then_refused("nothing_fell_due")
    told.when(late, by_clock("2025-03-21"), to=FOCUS).then(e.FellDue(owes="keep", due="2025-03-20", holder=LEADER))
    told.when(c.AddLine(line="x", action="y", owner=LEADER, due="2025-01-01"), act(), to=FOCUS).then_refused(
        "day_is_past", day="2025-01-01"
    )
    assert the("focus") != FOCUS


NEXT = c.stream_of("4w", "2025-Q2")
IN_APRIL = act(day="2025-04-02")


def promised_again(*more: e.Happened) -> Given:
    """The quarter is over with two lines, and the next one is promised."""
    again = e.Declared(unit="4w", quarter="2025-Q2", owner=PARTNER, pledge="And at night", review_by="2025-07-14")
    return declared(line(1), line(2), *more).given((NEXT, again))


def test_a_line_that_is_carried_on_stands_in_the_next_quarter_once() -> None:
    told = promised_again(e.Reviewed(number=2, came="carried_on", why=None))
    carried = told.when(c.CarryOn(), IN_APRIL, to=NEXT).then_something()
    (one,) = carried.state(NEXT).lines
    before = carried.state(FOCUS).lines[1]
    assert (one.number, one.was, one.owner, one.due) == (1, 2, LEADER, "2025-06-30")
    assert (one.line, one.action) == (before.line, before.action), "the same words, which nobody copies"
    carried.when(c.CarryOn(), IN_APRIL, to=NEXT).then_nothing()


def test_nothing_is_carried_where_nothing_is_left_or_no_room_is() -> None:
    promised_again(e.Reviewed(number=1, came="done", why=None)).when(c.CarryOn(), to=NEXT).then_nothing()
    full = promised_again(e.Reviewed(number=1, came="carried_on", why=None))
    for number in (1, 2, 3):
        full = full.given((NEXT, line(number)))
    full.when(c.CarryOn(), to=NEXT).then_nothing()


def test_it_is_carried_when_the_next_is_promised_and_when_it_is_said() -> None:
    told = promised_again()
    review = e.Reviewed(number=2, came="carried_on", why=None)
    assert reactions(told.given((FOCUS, review)), FOCUS, review) == (Wish(NEXT, c.CarryOn()),)
    alone = declared(line(1)).given((FOCUS, review))
    assert reactions(alone, FOCUS, review) == ()
    again = e.Declared(unit="4w", quarter="2025-Q2", owner=PARTNER, pledge="And at night", review_by="2025-07-14")
    assert reactions(told, NEXT, again) == (Wish(NEXT, c.CarryOn()),)
