"""A unit's safety team has chairs that people take and leave, and anybody may be recognised as one who leads."""

from tests.given import LEADER, NURSE, act, given
from tests.workflows.told import OPENED
from workflows.unit import commands as c
from workflows.unit import events as e


def test_a_chair_is_taken_changed_and_left() -> None:
    sits = c.JoinTeam(person=NURSE, discipline="nurse", since="2025-03-03")
    told = given(OPENED).when(sits).then(e.JoinedTeam(person=NURSE, discipline="nurse", since="2025-03-03"))
    moved = told.when(c.JoinTeam(person=NURSE, discipline="quality", since="2025-03-03")).then_something()
    assert [seat.discipline for seat in moved.state("unit-4w").team] == ["quality"]
    left = moved.when(c.LeaveTeam(person=NURSE)).then(e.LeftTeam(person=NURSE))
    left.when(c.LeaveTeam(person=NURSE)).then_nothing()


def test_a_leader_at_any_rank_is_recognised_by_somebody_else() -> None:
    recognise = c.RecogniseLeader(person=NURSE, what="New nurses ask her first")
    given(OPENED).when(recognise, act(who=NURSE)).then_refused("unit.not_oneself")
    known = (
        given(OPENED)
        .when(recognise, act(who=LEADER))
        .then(e.LeaderRecognised(person=NURSE, what="New nurses ask her first"))
    )
    after = known.when(c.WithdrawRecognition(person=NURSE)).then(e.RecognitionWithdrawn(person=NURSE))
    assert after.state("unit-4w").leaders == ()
