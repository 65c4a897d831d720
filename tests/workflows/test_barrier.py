"""What stands in the way: offered, accepted or returned, waited for, climbed, claimed, verified or rejected."""

import pytest

from tests.given import LEADER, PARTNER, act, by_clock, by_import, given, the
from tests.workflows.told import BARRIER, ICU, ISSUE, LED_BY_PARTNER, OPENED, listed, logged
from workflows.barrier import commands as c
from workflows.barrier import events as e
from workflows.barrier.state import Removed, Risk, Working, climbs_after
from workflows.issue import events as i
from workflows.kernel.ball import Ball
from workflows.kernel.grammar import Act
from workflows.kernel.moments import moment_of
from workflows.kernel.terms import Terms

FEB_3, TODAY = moment_of("2025-02-03"), moment_of("2025-03-03")
BY_PARTNER = act(who=PARTNER)


def test_a_barrier_goes_to_the_partner_who_stays_answerable() -> None:
    command = c.Log(unit="4w", what="One lift for three units")
    after = given(OPENED, ("unit-4w", LED_BY_PARTNER)).when(command)
    after.then(logged(accept_due="2025-03-06", due="2025-03-24"))


def test_one_barrier_blocks_issues_of_several_units() -> None:
    second = the("issue", 2)
    told = given(OPENED, ICU, listed(), (second, listed(unit="icu")))
    after = told.when(c.Log(what="Lift", issues=(second, ISSUE, second), holder=PARTNER)).then_something()
    (barrier,) = (name for name in after.house.states if name.startswith("barrier-"))
    assert after.state(barrier).obstacle.issues == (second, ISSUE)
    assert after.state(barrier).obstacle.verifier == "unit-icu"
    assert all(after.state(issue).matter.barriers == (barrier,) for issue in (ISSUE, second))


def test_issues_come_to_wait_and_wait_no_longer() -> None:
    told = given(OPENED, listed(), logged())
    waits = told.when(c.BlockAlso(issue=ISSUE)).then(e.BlockedAlso(issue=ISSUE), i.Blocked(barrier=BARRIER))
    free = waits.when(c.Unblock(issue=ISSUE)).then(e.Unblocked(issue=ISSUE), i.Unblocked(barrier=BARRIER))
    assert free.state(ISSUE).matter.barriers == free.state(BARRIER).obstacle.issues == ()


def test_the_holder_says_yes_and_nobody_for_him() -> None:
    told = given(logged())
    assert told.balls(BARRIER) == (Ball(PARTNER, "accept", "unit-4w", FEB_3, "2025-02-06", "2025-02-06"),)
    told.when(c.Accept(), act(who=LEADER)).then_refused("barrier.only_the_holder", holder=PARTNER)
    after = told.when(c.Accept(), BY_PARTNER).then(e.Accepted())
    assert after.balls(BARRIER)[0].owes == "remove"


@pytest.mark.parametrize(
    "by", [act(who="person-x", roles={"chief_nurse"}), act(behalf="role-chief-nurse"), by_import()]
)
def test_a_role_is_held_by_whoever_has_it_or_speaks_for_it(by: Act) -> None:
    told = given(logged(holder="role-chief-nurse"))
    told.when(c.Accept(), by).then(e.Accepted())


def test_a_returned_barrier_lies_with_whoever_stays_answerable() -> None:
    returned = c.Return(reason="Not mine")
    given(logged()).when(returned, act(who=LEADER)).then_refused("barrier.only_the_holder")
    after = given(logged(holder="role-biomed")).when(returned, act(roles={"biomed"}))
    back = after.then(e.Returned(reason="Not mine", to=PARTNER, due="2025-03-06"))
    assert [(ball.holder, ball.owes, ball.why) for ball in back.balls(BARRIER)] == [(PARTNER, "accept", "returned")]
    again = back.when(c.Assign(holder="party-capital", why="returned"))
    assigned = again.then(e.Assigned(holder="party-capital", accept_due="2025-03-06", due="2025-02-24", why="returned"))
    assert assigned.balls(BARRIER)[0].holder == "party-capital"


def test_the_partner_cannot_return_a_barrier_to_itself() -> None:
    after = given(logged()).when(c.Return(reason="Not mine"), BY_PARTNER).then_something()
    assert after.balls(BARRIER)[0].holder == "unit-4w"


def test_waiting_on_somebody_leaves_the_ball_where_it_is() -> None:
    waits = c.WaitOn(whom="party-capital", until="2025-03-14", reason="They meet in March")
    given(logged()).when(waits).then_refused("barrier.accept_first")
    working = given(logged(), e.Accepted())
    working.when(c.WaitOn(whom=PARTNER, until="2025-03-14", reason="x")).then_refused("barrier.waits_on_itself")
    working.when(c.WaitOn(whom="party-x", until="2025-03-01", reason="x")).then_refused("day_is_past")
    waiting = working.when(waits).then_something()
    assert [(ball.holder, ball.waiting_on) for ball in waiting.balls(BARRIER)] == [(PARTNER, "party-capital")]
    resumed = waiting.when(c.Resume()).then(e.Resumed())
    assert resumed.balls(BARRIER)[0].waiting_on is None
    resumed.when(c.Resume()).then_nothing()


def test_the_first_day_promised_stays_however_often_it_moves() -> None:
    told = given(logged(), e.Accepted())
    told.when(c.PromiseNewDate(due="2025-01-01", reason="x")).then_refused("day_is_past")
    moved = told.when(c.PromiseNewDate(due="2025-06-02", reason="Quote")).then_something()
    moved = moved.when(c.PromiseNewDate(due="2025-06-30", reason="Budget")).then_something()
    (ball,) = moved.balls(BARRIER)
    assert (ball.due, ball.first_due, moved.state(BARRIER).obstacle.moves) == ("2025-06-30", "2025-02-24", 2)


def test_an_overdue_barrier_climbs_the_ladder_by_the_clock() -> None:
    told = given(logged(), e.Accepted())
    told.when(c.Climb(), act(day="2025-05-01")).then_refused("only_the_clock")
    told.when(c.Climb(), by_clock("2025-03-10")).then_refused("barrier.does_not_climb")
    first = told.when(c.Climb(), by_clock("2025-03-11")).then(e.Climbed(to="role-cno", below=PARTNER, day="2025-03-11"))
    assert first.balls(BARRIER)[0].holder == "role-cno"
    first.when(c.Climb(), by_clock("2025-03-25")).then_refused("barrier.does_not_climb")
    top = first.when(c.Climb(), by_clock("2025-03-26")).then_something()
    assert top.state(BARRIER).obstacle.below == (PARTNER, "role-cno")
    top.when(c.Climb(), by_clock("2026-01-01")).then_refused("barrier.does_not_climb")


def test_a_barrier_that_waits_for_a_day_does_not_climb_before_it() -> None:
    waited = e.WaitedOn(whom="party-capital", until="2025-05-01", reason="They meet")
    state = given(logged(), e.Accepted(), waited).state(BARRIER)
    assert climbs_after(state, Terms()) == ("2025-05-15", "role-cno")


def test_the_unit_checks_the_removal_never_the_one_who_claims_it() -> None:
    claimed = given(logged(), e.Accepted()).when(c.ClaimRemoved(evidence="A lift"), BY_PARTNER)
    unit = claimed.then(e.RemovalClaimed(evidence="A lift", due="2025-03-10"))
    assert unit.balls(BARRIER) == (Ball("unit-4w", "verify", PARTNER, TODAY, "2025-03-10", "2025-03-10"),)
    unit.when(c.Verify(), BY_PARTNER).then_refused("barrier.not_ones_own")
    gone = unit.when(c.Verify()).then(e.RemovalVerified())
    assert isinstance(gone.state(BARRIER), Removed)
    assert gone.balls(BARRIER) == ()


def test_a_rejected_removal_goes_back_to_its_holder() -> None:
    claimed = given(logged(), e.Accepted(), e.RemovalClaimed(evidence="A lift", due="2025-02-10"))
    back = claimed.when(c.Reject(why="Locked at night")).then(
        e.RemovalRejected(why="Locked at night", due="2025-03-06")
    )
    assert isinstance(back.state(BARRIER), Working)
    assert [(ball.holder, ball.why) for ball in back.balls(BARRIER)] == [(PARTNER, "rejected")]


def test_an_accepted_risk_is_looked_at_again() -> None:
    told = given(logged())
    told.when(c.AcceptAsRisk(review_on="2025-03-03", why="No room")).then_refused("day_is_past")
    risk = told.when(c.AcceptAsRisk(review_on="2025-09-01", why="No room")).then_something()
    assert isinstance(risk.state(BARRIER), Risk)
    assert [(ball.owes, ball.due) for ball in risk.balls(BARRIER)] == [("review", "2025-09-01")]
    risk.when(c.AcceptAsRisk(review_on="2026-03-01", why="Still none")).then_something()


def test_somebody_else_answers_for_it_whoever_holds_it() -> None:
    given(logged()).when(c.Entrust(answerable=PARTNER)).then_nothing()
    held = given(logged(holder="role-biomed"), e.Accepted()).when(c.Entrust(answerable="person-next"))
    told = held.then(e.Entrusted(answerable="person-next", why="left_post"))
    assert [ball.holder for ball in told.balls(BARRIER)] == ["role-biomed"]
    back = told.when(c.Return(reason="Not mine"), act(roles={"biomed"})).then_something()
    assert [ball.holder for ball in back.balls(BARRIER)] == ["person-next"]


def test_the_look_at_a_risk_goes_to_whoever_answers_for_it_now() -> None:
    risk = given(logged(), e.AcceptedAsRisk(review_on="2025-09-01", why="x"))
    after = risk.when(c.Entrust(answerable="person-next")).then_something()
    assert [(ball.holder, ball.owes) for ball in after.balls(BARRIER)] == [("person-next", "review")]
    gone = given(logged(), e.Withdrawn(why=None))
    gone.when(c.Entrust(answerable="person-next")).then_refused("barrier.not_in_work")


def test_a_withdrawn_barrier_is_in_nobodys_way() -> None:
    after = given(logged()).when(c.Withdraw(why="Logged twice")).then(e.Withdrawn(why="Logged twice"))
    assert after.balls(BARRIER) == ()
    after.when(c.Assign(holder=LEADER)).then_refused("barrier.not_in_work")
    after.when(c.Reject(why="x")).then_refused("barrier.not_claimed")


def test_a_barrier_moves_to_another_unit_or_to_the_hospital() -> None:
    told = given(OPENED, ICU, ("unit-icu", LED_BY_PARTNER), logged(answerable=None))
    after = told.when(c.Move(unit="icu")).then(
        e.Left(to="icu"), e.Arrived(unit="icu", came_from="4w", answerable=PARTNER, verifier="unit-icu")
    )
    wide = after.when(c.Move(unit=None)).then_something()
    assert (wide.state(BARRIER).unit, wide.balls(BARRIER)[0].holder) == (None, PARTNER)


def test_slips_are_put_right() -> None:
    told = given(logged())
    told.when(c.Correct(field="money", now="9,800 $")).then_refused("correct_to_cents")
    money = told.when(c.Correct(field="money", now="980000")).then_something()
    assert money.state(BARRIER).obstacle.money == 980_000
    told.when(c.Correct(part="evidence", text="x")).then_refused("nothing_to_correct")
    claimed = told.given(e.RemovalClaimed(evidence="A lift", due="2025-02-10"))
    right = claimed.when(c.Correct(part="evidence", text="Two lifts")).then_something()
    assert right.state(BARRIER).evidence.part == "text"
    risk = told.given(e.AcceptedAsRisk(review_on="2025-09-01", why="x"))
    assert risk.when(c.Correct(part="why", text="No room")).then_something().state(BARRIER).reason.part == "text"


def test_what_is_late_falls_due_once() -> None:
    late = c.FallDue(owes="accept", due="2025-02-06")
    fell = given(logged()).when(late, by_clock()).then(e.FellDue(owes="accept", due="2025-02-06", holder=PARTNER))
    fell.when(late, by_clock()).then_nothing()
