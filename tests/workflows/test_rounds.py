"""Leaders walk a unit: scheduled, prepared, moved, held, summed up; or not held, with a reason, and counted."""

from tests.given import LEADER, PARTNER, act, by_clock, by_import, given, the
from tests.workflows.told import ISSUE, LED_BY_PARTNER, OPENED
from workflows.kernel.ball import Ball
from workflows.kernel.moments import moment_of
from workflows.rounds import commands as c
from workflows.rounds import events as e
from workflows.rounds.state import NotHeld

ROUNDS = the("rounds")
SCHEDULED = e.Scheduled(unit="4w", day="2025-03-10", partner=PARTNER, guide=LEADER)
HELD = e.Held(attendees=(PARTNER, LEADER), colour="executive", none_raised=False, summary_due="2025-03-05")
FEB_3, TODAY = moment_of("2025-02-03"), moment_of("2025-03-03")


def test_rounds_are_scheduled_with_the_partner_of_the_unit() -> None:
    told = given(OPENED, ("unit-4w", LED_BY_PARTNER))
    told.when(c.Schedule(unit="4w", day="2025-03-10", guide=LEADER)).then(SCHEDULED)
    told.when(c.Schedule(unit="4w", day="2025-03-01")).then_refused("day_is_past")
    told.when(c.Schedule(unit="4w", day="2025-01-17"), by_import("2025-01-17")).then_something()
    given().when(c.Schedule(unit="4w", day="2025-03-10")).then_refused("unit.unknown")


def test_the_partner_owes_them_on_their_day_whatever_day_that_becomes() -> None:
    told = given(SCHEDULED)
    assert told.balls(ROUNDS) == (Ball(PARTNER, "hold", "unit-4w", FEB_3, "2025-03-10", "2025-03-10"),)
    told.when(c.Reschedule(day="2025-03-01", reason="x")).then_refused("day_is_past")
    moved = told.when(c.Reschedule(day="2025-03-17", reason="Budget day")).then_something()
    assert [(ball.due, ball.first_due) for ball in moved.balls(ROUNDS)] == [("2025-03-17", "2025-03-10")]


def test_held_rounds_owe_the_unit_a_summary() -> None:
    told = given(SCHEDULED)
    told.when(c.Summarise(summary="Three things")).then_refused("rounds.hold_first")
    held = told.when(c.Hold(attendees=(PARTNER, LEADER), colour="executive")).then(HELD)
    assert held.balls(ROUNDS) == (Ball(LEADER, "summarise", "unit-4w", TODAY, "2025-03-05", "2025-03-05"),)
    summed = held.when(c.Summarise(summary="Three things", priorities=(ISSUE, ISSUE), thanks="To nights"))
    after = summed.then(e.Summarised(summary="Three things", priorities=(ISSUE,), thanks="To nights"))
    assert after.balls(ROUNDS) == ()


def test_what_is_ready_is_ticked_once() -> None:
    ready = given(SCHEDULED).when(c.Prepare(item="briefing")).then(e.Prepared(item="briefing", note=None))
    ready.when(c.Prepare(item="briefing")).then_nothing()


def test_old_issues_are_looked_at_again() -> None:
    told = given(SCHEDULED, HELD).when(c.Review(issue=ISSUE, finding="better")).then_something()
    after = told.when(c.Review(issue=ISSUE, finding="fixed")).then(e.Reviewed(issue=ISSUE, finding="fixed"))
    assert [seen.finding for seen in after.state(ROUNDS).visit.seen] == ["fixed"]


def test_rounds_never_vanish_they_are_not_held_for_a_reason() -> None:
    command = c.SayNotHeld(reason="unit_emergency")
    after = given(SCHEDULED).when(command).then(e.NotHeld(reason="unit_emergency", note=None))
    assert isinstance(after.state(ROUNDS), NotHeld)
    assert after.balls(ROUNDS) == ()
    after.when(c.Hold(colour="team")).then_refused("rounds.not_scheduled")
    given(SCHEDULED, HELD).when(c.Withdraw(why="x")).then_refused("rounds.not_scheduled")
    given(SCHEDULED).when(c.Withdraw(why="Entered twice")).then(e.Withdrawn(why="Entered twice"))


def test_slips_are_put_right() -> None:
    told = given(SCHEDULED, HELD)
    told.when(c.Correct(part="summary", text="x")).then_refused("nothing_to_correct")
    told.when(c.Correct(field="colour", now="purple")).then_refused("correct_to_a_choice")
    after = told.when(c.Correct(field="colour", now="deputy")).then_something()
    assert after.state(ROUNDS).colour == "deputy"
    summed = told.given(e.Summarised(summary="Tree things", priorities=(), thanks=None))
    right = summed.when(c.Correct(part="summary", text="Three things")).then_something()
    assert right.state(ROUNDS).summary.part == "text"


def test_rounds_that_did_not_come_fall_due() -> None:
    late = c.FallDue(owes="hold", due="2025-03-10")
    told = given(SCHEDULED)
    told.when(late, act(day="2025-03-11")).then_refused("only_the_clock")
    told.when(late, by_clock("2025-03-11")).then(e.FellDue(owes="hold", due="2025-03-10", holder=PARTNER))
