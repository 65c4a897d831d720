"""Leaders walk a unit: scheduled, prepared, moved, held, summed up; or not held, with a reason, and counted."""

import pytest

from tests.given import LEADER, NURSE, PARTNER, act, by_clock, by_import, given, the
from tests.workflows.told import ISSUE, LED_BY_PARTNER, OPENED, scheduled
from workflows.kernel.ball import Ball
from workflows.kernel.moments import moment_of
from workflows.rounds import commands as c
from workflows.rounds import events as e
from workflows.rounds.state import NotHeld

ROUNDS = the("rounds")
SCHEDULED = scheduled()
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
    assert not held.state(ROUNDS).visit.is_two_way
    summed = held.when(c.Summarise(summary="Three things", priorities=(ISSUE, ISSUE), thanks="To nights"))
    after = summed.then(e.Summarised(summary="Three things", priorities=(ISSUE,), thanks="To nights"))
    assert after.balls(ROUNDS) == ()


def test_rounds_move_to_another_hour_too() -> None:
    told = given(SCHEDULED)
    later = told.when(c.Reschedule(day="2025-03-10", time="16:30", reason="x")).then_something()
    assert later.state(ROUNDS).visit.time == "16:30"
    again = later.when(c.Reschedule(day="2025-03-11", reason="x")).then_something()
    assert (again.state(ROUNDS).visit.time, again.state(ROUNDS).visit.moves) == ("16:30", 2)


def test_a_briefing_before_rounds_is_fresh_for_a_week() -> None:
    sat_down = given(SCHEDULED).when(c.PreBrief(), act(day="2025-03-04"))
    told = sat_down.then(e.PreBriefed(good_until="2025-03-11", note=None))
    assert told.state(ROUNDS).visit.is_pre_briefed
    moved = told.when(c.Reschedule(day="2025-03-17", reason="x")).then_something()
    assert not moved.state(ROUNDS).visit.is_pre_briefed
    anew = moved.when(c.PreBrief(), act(day="2025-03-14")).then_something()
    assert anew.state(ROUNDS).visit.is_pre_briefed
    given(SCHEDULED, HELD).when(c.PreBrief()).then_refused("rounds.not_scheduled")


def test_how_many_know_the_purpose_is_counted_and_counted_again() -> None:
    told = given(SCHEDULED).when(c.BriefProviders(briefed=9, of=31)).then(e.ProvidersBriefed(briefed=9, of=31))
    after = told.when(c.BriefProviders(briefed=24, of=31)).then_something()
    assert after.state(ROUNDS).visit.briefed == (24, 31)
    told.when(c.BriefProviders(briefed=32, of=31)).then_refused("rounds.more_than_all", of=31)
    told.when(c.BriefProviders(briefed=0, of=0)).then_refused("rounds.more_than_all")


def test_a_guide_is_named_later() -> None:
    told = given(SCHEDULED).when(c.NameGuide(guide=NURSE)).then(e.GuideNamed(guide=NURSE))
    assert told.state(ROUNDS).visit.guide == NURSE
    told.when(c.NameGuide(guide=NURSE)).then_nothing()


@pytest.mark.parametrize(
    ("spoken", "two_way"),
    [
        ((), False),
        ((("question", "executive"),), False),
        ((("question", "staff"), ("question", "staff")), False),
        ((("question", "staff"), ("commitment", "executive")), True),
        ((("dialogue", "executive"),), True),
    ],
)
def test_rounds_are_two_way_when_both_sides_spoke(spoken: tuple[tuple[c.Exchange, c.Side], ...], two_way: bool) -> None:
    noted = [e.ExchangeNoted(kind=kind, by=by, words=None) for kind, by in spoken]
    assert given(SCHEDULED, *noted).state(ROUNDS).visit.is_two_way is two_way


def test_each_exchange_counts() -> None:
    asked = c.NoteExchange(kind="question", by="staff", words="Why two lifts?")
    told = given(SCHEDULED).when(asked).then_something().when(asked).then_something()
    assert told.state(ROUNDS).visit.spoke("staff") == 2
    given(SCHEDULED, e.NotHeld(reason="other", note=None)).when(asked).then_refused("rounds.not_scheduled")


def test_the_rest_is_looked_over_as_a_sheet() -> None:
    two = (ISSUE, the("issue", 2))
    told = given(SCHEDULED).when(c.LookOver(issues=two)).then(e.LookedOver(issues=two))
    three = told.when(c.LookOver(issues=(*two, the("issue", 3)))).then(e.LookedOver(issues=(the("issue", 3),)))
    assert len(three.state(ROUNDS).visit.looked_over) == 3


def test_what_comes_first_is_agreed_and_every_agreement_stays() -> None:
    first, then = (ISSUE, the("issue", 2)), (the("issue", 2), ISSUE)
    told = given(SCHEDULED).when(c.AgreePriorities(issues=first)).then(e.PrioritiesAgreed(issues=first))
    after = told.when(c.AgreePriorities(issues=then)).then_something()
    assert after.state(ROUNDS).visit.agreed == (first, then)


def test_rounds_go_to_another_partner() -> None:
    told = given(SCHEDULED)
    told.when(c.Entrust(partner=PARTNER, reason="x")).then_nothing()
    comes = told.when(c.Entrust(partner="person-next", reason="She left"))
    after = comes.then(e.Entrusted(partner="person-next", reason="She left"))
    assert [ball.holder for ball in after.balls(ROUNDS)] == ["person-next"]
    told.given(HELD).when(c.Entrust(partner="person-next", reason="x")).then_refused("rounds.not_scheduled")


def test_another_guide_sums_up_rounds_that_were_held() -> None:
    guided = given(SCHEDULED, HELD).when(c.NameGuide(guide="person-next")).then(e.GuideNamed(guide="person-next"))
    assert [(ball.holder, ball.owes) for ball in guided.balls(ROUNDS)] == [("person-next", "summarise")]
    over = given(SCHEDULED, e.NotHeld(reason="other", note=None))
    over.when(c.NameGuide(guide="person-next")).then_refused("rounds.not_scheduled")


def test_what_is_ready_is_ticked_once() -> None:
    ready = given(SCHEDULED).when(c.Prepare(item="briefing")).then(e.Prepared(item="briefing", note=None))
    ready.when(c.Prepare(item="briefing")).then_nothing()


def test_a_visitor_is_guided_and_told_where_to_go_and_what_to_wear() -> None:
    open_who = scheduled(partner=None, guide=None)
    orient = c.Orient(where="East door, fourth floor", wear="Gown, no tie", privacy="No names outside")
    given(open_who).when(orient).then_refused("rounds.nobody_comes")
    told = given(SCHEDULED).when(c.NameGuide(guide="person-champion")).then(e.GuideNamed(guide="person-champion"))
    told.when(c.AcknowledgeOrientation(), act(who=PARTNER)).then_refused("rounds.not_oriented")
    offered = told.when(orient).then_something()
    assert [one.acknowledged for one in offered.state(ROUNDS).visit.orientations] == [None]
    offered.when(c.AcknowledgeOrientation(), act(who=LEADER)).then_refused("rounds.not_oriented")
    read = offered.when(c.AcknowledgeOrientation(), act(who=PARTNER)).then(e.OrientationAcknowledged(visitor=PARTNER))
    assert read.state(ROUNDS).visit.orientations[0].acknowledged == TODAY


def test_nothing_of_it_blocks_rounds_without_a_guide() -> None:
    alone = scheduled(guide=None)
    given(alone).when(c.Hold(colour="executive")).then_something()


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
    by_night = given(SCHEDULED).when(c.Correct(field="shift", now="night")).then_something()
    assert (by_night.state(ROUNDS).visit.shift, by_night.state(ROUNDS).visit.corrections[0].was) == ("night", "day")
    given(SCHEDULED).when(c.Correct(field="colour", now="team")).then_refused("nothing_to_correct")
    given(SCHEDULED).when(c.Correct(part="where", text="x")).then_refused("nothing_to_correct")


def test_rounds_that_did_not_come_fall_due() -> None:
    late = c.FallDue(owes="hold", due="2025-03-10")
    told = given(SCHEDULED)
    told.when(late, act(day="2025-03-11")).then_refused("only_the_clock")
    told.when(late, by_clock("2025-03-11")).then(e.FellDue(owes="hold", due="2025-03-10", holder=PARTNER))
