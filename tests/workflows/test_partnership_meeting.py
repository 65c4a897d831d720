"""The meeting of the month: planned, held in three colours, late, missed, paused; and a team that needs it less often."""

import pytest

from tests.given import LEADER, NURSE, PARTNER, act, by_clock, the
from tests.workflows.partners import OURS, QUALITY, active, met, stands
from tests.workflows.test_policies import over, reactions
from tests.workflows.told import scheduled
from workflows import waiver
from workflows.hospital import commands as hc
from workflows.hospital import events as h
from workflows.kernel.ball import Ball
from workflows.kernel.moments import moment_of
from workflows.kernel.noun import Wish
from workflows.kernel.terms import Terms
from workflows.partnership import commands as c
from workflows.partnership import events as e
from workflows.partnership.state import Active, Graduated
from workflows.rounds import events as r

PROPOSE = c.ProposeGraduation(why="Every goal met for half a year")
SIX = tuple(met(f"2025-0{month}") for month in range(1, 7))


def test_the_executive_owes_the_meeting_by_the_day_that_is_planned() -> None:
    told = active()
    january = Ball(PARTNER, "meet", "unit-4w", moment_of("2025-01-01"), "2025-01-31", "2025-01-31", turn="2025-01")
    assert told.balls(OURS) == (january,)
    planned = told.given(met("2025-01"), met("2025-02")).when(c.ScheduleMeeting(day="2025-03-20"), to=OURS)
    moved = planned.then_something().when(c.MoveMeeting(day="2025-03-27", reason="Budget"), to=OURS).then_something()
    assert [(ball.due, ball.first_due) for ball in moved.balls(OURS)] == [("2025-03-27", "2025-03-20")]
    assert moved.state(OURS).bond.course.moves == 1
    moved.when(c.ScheduleMeeting(day="2025-03-30"), to=OURS).then_refused("partnership.planned_already")
    held = moved.when(c.HoldMeeting(colour="executive", attendees=(PARTNER, LEADER)), to=OURS).then_something()
    assert [ball.due for ball in held.balls(OURS)] == ["2025-04-30"]


@pytest.mark.parametrize(
    ("day", "month", "how"), [("2025-03-07", "2025-02", "late"), ("2025-03-08", "2025-03", "open")]
)
def test_what_is_held_in_the_days_of_grace_is_late_and_never_on_time(day: str, month: str, how: str) -> None:
    told = active().given(met("2025-01"))
    after = told.when(c.HoldMeeting(colour="executive"), act(day=day), to=OURS).then_something()
    assert after.state(OURS).bond.course.met[-1].month == month
    assert stands(after, "2025-02") == how


def test_a_deputy_and_the_team_alone_are_colours_of_their_own() -> None:
    told = active().given(met("2025-01", "deputy"), met("2025-02", "team"), met("2025-03", "team"), met("2025-03"))
    assert [stands(told, f"2025-0{month}") for month in (1, 2, 3, 4)] == ["deputy", "team", "executive", "open"]
    passed, said = over(told, "2025-04-01", 8)
    assert said == {"2025-04-01": ["meet|2025-01|close", "meet|2025-02|close"]}
    assert stands(passed, "2025-01") == "deputy"
    assert passed.state(OURS).bond.course.at_risk is None


def test_the_clock_alone_says_missed_once_grace_is_over_and_twice_is_a_risk() -> None:
    told = active()
    told.when(c.CloseMonth(until="2025-01-31"), act(day="2025-02-08"), to=OURS).then_refused("only_the_clock")
    told.when(c.CloseMonth(until="2025-01-31"), by_clock("2025-02-07"), to=OURS).then_refused("nothing_fell_due")
    once = told.when(c.CloseMonth(until="2025-01-31"), by_clock("2025-02-08"), to=OURS)
    twice = once.then(e.MeetingMissed(month="2025-01")).when(
        c.CloseMonth(until="2025-02-28"), by_clock("2025-03-08"), to=OURS
    )
    after = twice.then(e.MeetingMissed(month="2025-02"), e.PutAtRisk(misses=2))
    assert after.state(OURS).bond.course.at_risk is not None
    came = after.when(c.HoldMeeting(colour="executive"), act(day="2025-03-09"), to=OURS).then_something()
    assert came.state(OURS).bond.course.at_risk is None


def test_the_clock_closes_every_month_by_itself() -> None:
    after, said = over(active(), "2025-01-05", 70)
    assert said == {
        "2025-02-08": ["meet|2025-01|close"],
        "2025-03-08": ["meet|2025-02|close"],
    }
    assert [stands(after, month) for month in ("2025-01", "2025-02")] == ["missed", "missed"]


def test_a_meeting_that_is_not_held_keeps_its_reason_and_its_month_stays_due() -> None:
    told = active()
    told.when(c.SayMeetingNotHeld(reason="leader_absent"), to=OURS).then_refused("partnership.nothing_planned")
    planned = told.given((OURS, e.MeetingScheduled(day="2025-03-03")))
    after = planned.when(c.SayMeetingNotHeld(reason="unit_emergency", note="Code blue"), to=OURS).then(
        e.MeetingNotHeld(day="2025-03-03", reason="unit_emergency", note="Code blue")
    )
    assert stands(after, "2025-03") == "open"
    assert after.state(OURS).bond.course.planned is None


@pytest.mark.parametrize(("until", "how"), [("2025-01-16", "paused"), ("2025-01-13", "missed")])
def test_a_pause_that_takes_a_week_of_a_month_takes_it_out_of_the_count(until: str, how: str) -> None:
    flood = h.Paused(since="2025-01-08", until=until, reason="The river is in the basement")
    after, _ = over(active().given(("hospital", flood)), "2025-02-07", 3)
    assert stands(after, "2025-01") == how
    two_misses, _ = over(after, "2025-03-07", 3)
    assert (two_misses.state(OURS).bond.course.at_risk is None) == (how == "paused")


def test_a_pause_is_declared_once_and_may_end_earlier() -> None:
    told = active()
    flood = hc.Pause(since="2025-03-01", until="2025-03-09", reason="The river is in the basement")
    paused = told.when(flood).then_something()
    backwards = hc.Pause(since="2025-03-09", until="2025-03-01", reason="x")
    told.when(backwards).then_refused("hospital.pause_ends_before")
    paused.when(hc.Pause(since="2025-03-05", until="2025-03-20", reason="x")).then_refused("hospital.paused_already")
    told.when(hc.EndPause(until="2025-03-05")).then_refused("hospital.no_pause")
    shorter = paused.when(hc.EndPause(until="2025-03-06")).then(h.PauseEnded(since="2025-03-01", until="2025-03-06"))
    assert [pause.until for pause in shorter.state("hospital").pauses] == ["2025-03-06"]
    never = paused.when(hc.EndPause(until="2025-02-28")).then_something()
    assert never.state("hospital").pauses == ()


def test_rounds_with_the_team_count_where_the_hospital_says_so() -> None:
    walked = r.Held(attendees=(), colour="executive", none_raised=False, summary_due="2025-03-05")
    planned = scheduled(day="2025-03-03", guide=None)
    told = active().given(met("2025-01"), met("2025-02"), (the("rounds"), planned), (the("rounds"), walked))
    count = c.CountRounds(rounds=the("rounds"), colour="executive")
    assert Wish(OURS, count) in reactions(told, the("rounds"), walked)
    told.when(count, to=OURS).then_nothing()
    counted = told.when(count, act(terms=Terms(rounds_are_meetings=True)), to=OURS).then_something()
    assert stands(counted, "2025-03") == "executive"


def test_only_the_units_staff_propose_to_graduate_once_enough_months_were_met() -> None:
    told = active().given(*SIX[:4])
    told.when(PROPOSE, act(who=NURSE, day="2025-04-20"), to=OURS).then_refused("partnership.too_early", met=4, needed=6)
    half_a_year = active().given(*SIX)
    half_a_year.when(PROPOSE, act(who=PARTNER, day="2025-07-01"), to=OURS).then_refused("partnership.the_teams_wish")
    proposed = half_a_year.when(PROPOSE, act(who=NURSE, day="2025-07-01"), to=OURS).then_something()
    assert {ball.holder for ball in proposed.balls(OURS)} == {PARTNER, "role-quality-director"}
    waived = waiver.Granted(unit="4w", rule="partnership.graduation", reason="x", until=None, about=None)
    early = c.ProposeGraduation(why="Ready", waiver=the("waiver"))
    told.given(waived).when(early, act(who=NURSE, day="2025-04-20"), to=OURS).then_something()


def test_two_agree_and_the_cadence_changes_from_the_next_month_on_alone() -> None:
    proposed = active().given(*SIX, (OURS, e.GraduationProposed(why="Ready", waiver=None)))
    proposed.when(c.AgreeGraduation(), act(who=LEADER), to=OURS).then_refused("partnership.two_agree")
    one = proposed.when(c.AgreeGraduation(), act(who=PARTNER), to=OURS).then(e.GraduationAgreed(side="executive"))
    assert isinstance(one.state(OURS), Active)
    july = act(who="person-quality", roles=["quality_director"], day="2025-07-03")
    both = one.when(c.AgreeGraduation(), july, to=OURS).then(
        e.GraduationAgreed(side="quality"), e.Graduated(since="2025-08", every=3)
    )
    assert isinstance(both.state(OURS), Graduated)
    assert [stands(both, f"2025-0{month}") for month in range(1, 8)] == ["executive"] * 6 + ["open"]
    july_missed, said = over(both, "2025-08-01", 120)
    assert list(said) == ["2025-08-08", "2025-11-08"]
    assert stands(july_missed, "2025-10") == "missed"


def test_a_graduation_is_declined_with_a_reason_or_revoked_and_a_relapse_is_only_shown() -> None:
    proposed = active().given(*SIX, (OURS, e.GraduationProposed(why="Ready", waiver=None)))
    declined = proposed.when(c.DeclineGraduation(reason="Two new nurses"), QUALITY, to=OURS).then_something()
    assert {ball.owes for ball in declined.balls(OURS)} == {"meet"}
    graduated = proposed.given(
        (OURS, e.GraduationAgreed(side="executive")), (OURS, e.Graduated(since="2025-08", every=3))
    )
    flagged = graduated.when(c.FlagRelapse(why="Two line infections"), act(day="2025-09-03"), to=OURS).then_something()
    assert isinstance(flagged.state(OURS), Graduated)
    revoked = flagged.when(c.RevokeGraduation(why="We need her"), act(day="2025-09-20"), to=OURS).then(
        e.GraduationRevoked(since="2025-10", why="We need her")
    )
    assert stands(revoked, "2025-10") == "open"
    revoked.when(c.FlagRelapse(why="x"), to=OURS).then_refused("partnership.not_graduated")
