"""A line of the log: listed, weighed, assigned, resolved, declined, deferred, closed, taken up again."""

import pytest

from tests.given import NURSE, PARTNER, act, by_clock, by_import, by_voice, given, the
from tests.workflows.told import (
    BARRIER,
    CONCERN,
    ICU,
    ISSUE,
    OPENED,
    answered,
    delivered,
    listed,
    logged,
    raised,
    resolved,
)
from workflows.barrier import events as b
from workflows.barrier.commands import BlockAlso, Log
from workflows.concern import commands as cc
from workflows.concern import events as ce
from workflows.issue import commands as c
from workflows.issue import events as e
from workflows.issue.state import Closed, Declined, Open, Resolved
from workflows.kernel.ball import Ball
from workflows.kernel.moments import moment_of

FEB_3, TODAY = moment_of("2025-02-03"), moment_of("2025-03-03")


def test_an_issue_is_owed_its_resolution_by_the_unit_until_somebody_owns_it() -> None:
    told = given(listed())
    assert told.balls(ISSUE) == (Ball("unit-4w", "resolve", "unit-4w", FEB_3, "2025-03-05", "2025-03-05"),)
    after = told.when(c.Assign(owner="role-pharmacy", due="2025-04-01")).then(
        e.Assigned(owner="role-pharmacy", due="2025-04-01")
    )
    (ball,) = after.balls(ISSUE)
    assert (ball.holder, ball.since, ball.due, ball.first_due) == ("role-pharmacy", TODAY, "2025-04-01", "2025-03-05")
    assert after.state(ISSUE).matter.moves == 1


def test_listing_a_concern_writes_both_sides_at_once() -> None:
    command = c.List(unit="4w", title="Fax", from_concern=CONCERN)
    after = given(OPENED, raised()).when(command).then_something()
    (issue,) = (name for name in after.house.states if name.startswith("issue-"))
    assert after.state(CONCERN).voice.issue == issue
    assert after.state(issue).matter.voices == (CONCERN,)
    after.when(command).then_refused("concern.already_listed")


def test_a_listing_names_only_what_exists() -> None:
    given(OPENED).when(c.List(unit="4w", title="Fax", from_concern=CONCERN)).then_refused("unknown", what="concern")
    given().when(c.List(unit="4w", title="Fax")).then_refused("unit.unknown")


def test_undoing_a_listing_gives_its_voices_back_to_themselves() -> None:
    told = given(listed(from_concern=CONCERN), raised(), ce.Listed(issue=ISSUE))
    after = told.when(c.Unlist()).then(e.Unlisted(why=None), ce.Unmerged(issue=ISSUE, due="2025-03-13"))
    assert after.state(CONCERN).voice.issue is None
    assert after.balls(ISSUE) == ()
    after.when(c.Reopen(why="Again")).then_refused("issue.unlisted")


def test_a_listing_with_barriers_is_not_undone() -> None:
    given(listed(), e.Blocked(barrier=BARRIER)).when(c.Unlist()).then_refused("issue.unblock_first", count=1)


def test_an_issue_is_resolved_with_evidence_only_a_sheet_may_lack_it() -> None:
    told = given(listed())
    told.when(c.Resolve()).then_refused("issue.needs_evidence")
    told.when(c.Resolve(evidence="Seen")).then(e.Resolved(evidence="Seen", how="fixed"))
    told.when(c.Resolve(), by_import()).then(e.Resolved(evidence=None, how="fixed"))


def test_an_issue_is_not_resolved_over_an_open_barrier() -> None:
    blocked = given(listed(), e.Blocked(barrier=BARRIER), logged(issues=(ISSUE,)))
    blocked.when(c.Resolve(evidence="Seen")).then_refused("issue.blocked", count=1)
    free = blocked.given(b.RemovalClaimed(evidence="New lift", due="2025-02-10"), b.RemovalVerified())
    free.when(c.Resolve(evidence="Seen")).then(e.Resolved(evidence="Seen", how="fixed"))


def test_an_issue_is_not_closed_over_a_voice_that_waits() -> None:
    told = given(listed(from_concern=CONCERN), raised(), ce.Listed(issue=ISSUE), resolved())
    told.when(c.Close()).then_refused("issue.voices_wait", count=1)
    waiting = told.given(answered(), delivered())
    waiting.when(c.Close()).then_refused("issue.voices_wait", count=1)
    waiting.given(ce.Heard()).when(c.Close()).then(e.Closed())


def test_an_issue_is_not_closed_over_an_open_barrier() -> None:
    told = given(listed(), resolved(), e.Blocked(barrier=BARRIER), logged(issues=(ISSUE,)))
    told.when(c.Close()).then_refused("issue.blocked", count=1)


def test_an_issue_is_not_closed_before_it_is_resolved_or_declined_with_a_reason() -> None:
    given(listed()).when(c.Close()).then_refused("issue.not_resolved")
    declined = given(listed()).when(c.Decline()).then(e.Declined(reason=None, reason_due="2025-03-10"))
    (ball,) = declined.balls(ISSUE)
    assert (ball.owes, ball.due) == ("reason", "2025-03-10")
    declined.when(c.Close()).then_refused("issue.reason_owed")
    said = declined.when(c.GiveReason(reason="No room")).then(e.ReasonGiven(reason="No room"))
    assert said.balls(ISSUE) == ()
    said.when(c.Close()).then(e.Closed())


def test_no_voice_and_no_barrier_comes_to_a_closed_issue() -> None:
    closed = given(OPENED, raised(), listed(), resolved(), e.Closed(), logged())
    closed.when(cc.Merge(issue=ISSUE)).then_refused("issue.closed")
    closed.when(BlockAlso(issue=ISSUE)).then_refused("issue.closed")
    closed.when(Log(unit="4w", what="Lift", issues=(ISSUE,))).then_refused("issue.closed")
    reopened = closed.when(c.Reopen(why="Again")).then(e.Reopened(why="Again", concern=None, due="2025-04-02"))
    assert isinstance(reopened.state(ISSUE), Open)


def test_one_answer_reaches_every_voice_that_waits() -> None:
    second = the("concern", 2)
    told = given(
        listed(from_concern=CONCERN),
        raised(),
        ce.Listed(issue=ISSUE),
        (second, raised()),
        (second, ce.Merged(issue=ISSUE)),
        e.Joined(concern=second),
    )
    after = told.when(c.Answer(answer="Two lifts", outcome="done")).then_something()
    given_answer = answered(answer="Two lifts", due="2025-03-06", through=ISSUE)
    told.when(c.Answer(answer="Two lifts", outcome="done")).then((CONCERN, given_answer), (second, given_answer))
    assert {ball.owes for stream in (CONCERN, second) for ball in after.balls(stream)} == {"deliver"}


def test_nobody_is_answered_where_nobody_spoke() -> None:
    given(listed()).when(c.Answer(answer="So", outcome="done")).then_refused("issue.nobody_to_answer")


@pytest.mark.parametrize("closed", [False, True])
def test_a_dispute_takes_the_issue_up_again(closed: bool) -> None:
    told = given(listed(from_concern=CONCERN), raised(), ce.Listed(issue=ISSUE), resolved(), answered(), delivered())
    if closed:
        told = told.given(ce.Heard(), e.Closed())
        again = told.when(cc.Reopen(why="Back again"), by_voice()).then(
            (CONCERN, ce.Reopened(why="Back again", due="2025-03-13")),
            (ISSUE, e.Reopened(why=None, concern=CONCERN, due="2025-04-02")),
        )
    else:
        again = told.when(cc.Dispute(why="Still there"), by_voice()).then(
            (CONCERN, ce.Disputed(why="Still there", n=1, holder="unit-4w", due="2025-03-13")),
            (ISSUE, e.Reopened(why=None, concern=CONCERN, due="2025-04-02")),
        )
    assert isinstance(again.state(ISSUE), Open)


def test_fixed_on_the_spot_is_one_step_of_two_streams() -> None:
    after = given(OPENED).when(cc.Fix(unit="4w", what="Gel is empty", did="Filled")).then_something()
    (voice,) = (name for name in after.house.states if name.startswith("concern-"))
    (issue,) = (name for name in after.house.states if name.startswith("issue-"))
    assert isinstance(after.state(issue), Resolved)
    assert [ball.owes for ball in after.balls(voice)] == ["reply"]
    heard = after.when(cc.SayHeard(), by_voice(), to=voice).then(ce.Heard())
    heard.when(c.Close(), to=issue).then(e.Closed())


def test_an_issue_moves_and_both_logs_tell_it() -> None:
    told = given(OPENED, ICU, listed())
    after = told.when(c.Move(unit="icu")).then(e.Left(to="icu"), e.Arrived(unit="icu", came_from="4w"))
    assert after.state(ISSUE).unit == "icu"
    told.when(c.Move(unit="nowhere")).then_refused("unit.unknown")


def test_putting_off_names_a_day_to_come() -> None:
    told = given(listed())
    told.when(c.Defer(until="2025-03-03", reason="Budget")).then_refused("day_is_past")
    after = told.when(c.Defer(until="2025-06-01", reason="Budget")).then(
        e.Deferred(until="2025-06-01", reason="Budget")
    )
    assert [(ball.due, ball.why) for ball in after.balls(ISSUE)] == [("2025-06-01", "deferred")]
    after.when(c.Resolve(evidence="Done anyway")).then(e.Resolved(evidence="Done anyway", how="fixed"))


def test_weights_ranks_plans_and_likeness_are_kept() -> None:
    other = the("issue", 2)
    told = given(listed())
    told = told.when(c.Triage(category="equipment", severity=4, likelihood=3, ease=2)).then_something()
    told = told.when(c.Prioritise(rank=1)).then(e.Prioritised(rank=1))
    told = told.when(c.MarkSame(other=other)).then(e.MarkedSame(other=other))
    matter = told.when(c.Plan(plan="Buy one")).then(e.Planned(plan="Buy one")).state(ISSUE).matter
    assert (matter.category, matter.rank, matter.alike, matter.plan.part) == ("equipment", 1, (other,), "plan")


def test_slips_are_put_right_and_stay_visible() -> None:
    told = given(listed())
    told.when(c.Correct(part="plan", text="x")).then_refused("nothing_to_correct")
    after = told.when(c.Correct(part="title", text="Printer")).then_something()
    assert after.state(ISSUE).matter.corrections[0].of == "title"
    after = told.when(c.Correct(field="category", now="supplies")).then_something()
    assert after.state(ISSUE).matter.category == "supplies"
    reason = given(listed(), e.Declined(reason="No", reason_due=None)).when(c.Correct(part="reason", text="Not now"))
    assert reason.then_something().state(ISSUE).reason.part == "text"


def test_a_late_resolution_falls_due_once() -> None:
    late = c.FallDue(owes="resolve", due="2025-03-05")
    told = given(listed())
    told.when(late, act(day="2025-03-06")).then_refused("only_the_clock")
    told.when(late, by_clock("2025-03-06")).then(e.FellDue(owes="resolve", due="2025-03-05", holder="unit-4w"))


def test_a_declined_issue_closes_as_declined() -> None:
    state = given(listed(), e.Declined(reason="No", reason_due=None), e.Closed()).state(ISSUE)
    assert isinstance(state, Closed)
    assert state.declined
    assert isinstance(given(listed(), e.Declined(reason=None, reason_due="2025-02-10")).state(ISSUE), Declined)


def test_a_plan_is_of_both_sides_once_both_have_put_their_name_to_it() -> None:
    on_the_unit, leads = act(roles=("team_leader",)), act(who=PARTNER, roles=("executive_partner",))
    given(OPENED, listed()).when(c.CoAuthor(), leads).then_refused("issue.no_plan")
    told = given(OPENED, listed()).when(c.Plan(plan="Buy one"), on_the_unit)
    drafted = told.then(e.Planned(plan="Buy one"), e.CoAuthored(side="unit"))
    assert not drafted.state(ISSUE).matter.is_co_authored
    drafted.when(c.CoAuthor(), on_the_unit).then_nothing()
    drafted.when(c.CoAuthor(), act(who=NURSE)).then_refused("issue.author_of_no_side")
    drafted.when(c.CoAuthor(), act(who=NURSE, roles=("deputy_executive_partner",))).then_refused(
        "issue.author_of_no_side"
    )
    signed = drafted.when(c.CoAuthor(), leads).then(e.CoAuthored(side="executive"))
    assert signed.state(ISSUE).matter.is_co_authored
    anew = signed.when(c.Plan(plan="Buy two"), on_the_unit).then_something()
    assert not anew.state(ISSUE).matter.is_co_authored, "a new plan is signed anew"
