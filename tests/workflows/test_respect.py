"""A respect incident: with whom it begins, in which order its steps come, and who hears of what."""

import pytest

from tests.given import TODAY, act, by_clock, by_voice, given, the
from tests.workflows.told import OPENED
from workflows.kernel.ball import Ball
from workflows.kernel.grammar import Command
from workflows.kernel.moments import moment_of
from workflows.kernel.terms import Terms
from workflows.respect import commands as c
from workflows.respect import events as e
from workflows.respect.state import Incident

RESPECT = the("respect")
VOICE = f"voice-{RESPECT.partition('-')[2]}"
FEB_3 = moment_of("2025-02-03")
LEAD = "role-professionalism-lead"


def reported(**changes: object) -> e.Reported:
    fields: dict[str, object] = {
        "kind": "colleague",
        "what": "He shouted at the new nurse",
        "unit": "4w",
        "where": "At the station, Monday night",
        "who": "The attending on call",
        "danger": False,
        "speaker": "confidential",
        "holder": LEAD,
        "due": "2025-02-05",
    }
    return e.Reported(**{**fields, **changes})  # type: ignore[arg-type]  # a test names what it is about


ACKNOWLEDGED = e.Acknowledged(answer="We have read it and speak to both of you this week.", due="2025-02-17")
ADDRESSED = e.Addressed(note="Both know what is expected")


def weighed(tier: c.Tier = "conversation", *, grave: bool = False) -> e.Weighed:
    return e.Weighed(tier=tier, grave=grave, why="The first time")


WEIGHED, TALKED = weighed(), e.ConversationHeld(note="He had not noticed")


@pytest.mark.parametrize(
    ("kind", "holder", "due"),
    [
        ("colleague", LEAD, "2025-03-05"),
        ("visitor", "role-house-supervisor", "2025-03-04"),
        ("retaliation", "role-privacy-officer", "2025-03-04"),
    ],
)
def test_each_kind_has_its_route_and_its_clock(kind: c.Kind, holder: str, due: str) -> None:
    report = c.Report(kind=kind, what="He shouted at the new nurse", unit="4w", who="The attending on call")
    told = given(OPENED).when(report).then_something()
    (stream,) = (name for name in told.house.states if name.startswith("respect-"))
    incident: Incident = told.state(stream).incident
    assert (incident.holder, incident.first_due) == (holder, due)
    assert [(ball.owes, ball.due) for ball in told.balls(stream)] == [("respond", due)]


def test_a_report_needs_no_unit_and_is_not_taken_by_one_that_is_not_there() -> None:
    given().when(c.Report(kind="visitor", what="He threw a chair")).then_something()
    given().when(c.Report(kind="visitor", what="He threw a chair", unit="5n")).then_refused("unit.unknown")


def test_a_hospital_may_ask_for_a_faster_answer() -> None:
    terms = Terms(respect_colleague_days=1)
    told = given(OPENED).when(c.Report(kind="colleague", what="x", unit="4w"), act(terms=terms)).then_something()
    assert [ball.due for stream in told.house.states for ball in told.balls(stream)] == ["2025-03-04"]


def test_the_first_response_is_given_once_and_starts_the_next_clock() -> None:
    answer = c.Acknowledge(answer=ACKNOWLEDGED.answer)
    told = given(reported()).when(answer).then(e.Acknowledged(answer=answer.answer, due="2025-03-17"))
    assert told.balls(RESPECT) == (Ball(LEAD, "address", VOICE, moment_of(TODAY), "2025-03-17", "2025-03-17"),)
    told.when(answer).then_refused("respect.already_answered")
    given(reported(), e.Withdrawn(why=None)).when(answer).then_refused("respect.ended")


def test_it_is_handed_on_to_a_role_and_to_nobody_by_name() -> None:
    asked = given(reported()).when(c.HandOn(keeper="privacy_officer", why="It is about him"))
    told = asked.then(e.HandedOn(holder="role-privacy-officer", why="It is about him"))
    assert [ball.holder for ball in told.balls(RESPECT)] == ["role-privacy-officer"]
    told.when(c.HandOn(keeper="privacy_officer")).then_nothing()
    given(reported(), e.Withdrawn(why=None)).when(c.HandOn(keeper="counsel")).then_refused("respect.ended")


def test_a_step_is_chosen_after_the_first_response() -> None:
    weigh = c.Weigh(tier="conversation", why="The first time")
    given(reported()).when(weigh).then_refused("respect.answer_first")
    given(reported(), ACKNOWLEDGED).when(weigh).then(WEIGHED)
    given(reported(), ACKNOWLEDGED, WEIGHED, TALKED, ADDRESSED).when(weigh).then_refused("respect.nothing_to_weigh")


def test_what_is_grave_is_referred_and_nothing_milder_and_is_not_taken_back() -> None:
    told = given(reported(), ACKNOWLEDGED)
    told.when(c.Weigh(tier="plan", grave=True, why="A blow")).then_refused("respect.must_be_referred")
    grave = given(reported(), ACKNOWLEDGED, weighed("referral", grave=True))
    grave.when(c.Weigh(tier="conversation", why="x")).then_refused("respect.must_be_referred")
    grave.when(c.Withdraw(), by_voice()).then_refused("respect.grave_stays")


def test_a_step_is_never_replaced_by_a_milder_one() -> None:
    told = given(reported(), ACKNOWLEDGED, weighed("awareness"))
    told.when(c.Weigh(tier="conversation", why="x")).then_refused("respect.no_milder_step")
    told.when(c.Weigh(tier="plan", why="The first time")).then(weighed("plan"))


def test_a_conversation_is_held_before_it_counts_as_addressed() -> None:
    told = given(reported(), ACKNOWLEDGED)
    told.when(c.Converse(note=TALKED.note)).then_refused("respect.weigh_first")
    told.when(c.Address(note=ADDRESSED.note)).then_refused("respect.weigh_first")
    told = told.given(WEIGHED)
    told.when(c.Address(note=ADDRESSED.note)).then_refused("respect.talk_first")
    told = told.when(c.Converse(note=TALKED.note)).then(TALKED)
    told = told.when(c.Address(note=ADDRESSED.note)).then(ADDRESSED)
    assert told.balls(RESPECT) == ()
    given(reported(), ACKNOWLEDGED, weighed("awareness")).when(c.Address(note=ADDRESSED.note)).then(ADDRESSED)


def test_only_what_was_addressed_is_closed() -> None:
    told = given(reported(), ACKNOWLEDGED, WEIGHED, TALKED)
    told.when(c.Close()).then_refused("respect.address_first")
    told.given(ADDRESSED).when(c.Close()).then(e.Closed())
    told.given(e.Withdrawn(why=None)).when(c.Close()).then_refused("respect.ended")


def test_when_it_happens_again_a_firmer_step_is_owed() -> None:
    recur = c.Recur(what="He did it again")
    told = given(reported(), ACKNOWLEDGED, WEIGHED, TALKED)
    told.when(recur).then_refused("respect.not_addressed_yet")
    again = told.given(ADDRESSED, e.Closed()).when(recur).then(e.Recurred(what=recur.what, due="2025-03-17"))
    assert [(ball.owes, ball.why) for ball in again.balls(RESPECT)] == [("address", "recurred")]
    again.when(c.Weigh(tier="conversation", why="x")).then_refused("respect.no_milder_step")
    again.when(c.Weigh(tier="awareness", why="The first time")).then(weighed("awareness"))


def test_only_the_reporter_takes_it_back() -> None:
    given(reported()).when(c.Withdraw()).then_refused("respect.only_the_reporter")
    told = given(reported()).when(c.Withdraw(), by_voice()).then(e.Withdrawn(why=None))
    assert told.balls(RESPECT) == ()
    given(reported()).when(c.Withdraw(why="By phone"), act(behalf=VOICE)).then(e.Withdrawn(why="By phone"))
    given(reported(), ACKNOWLEDGED, WEIGHED, TALKED, ADDRESSED, e.Closed()).when(c.Withdraw(), by_voice()).then_refused(
        "respect.ended"
    )


def test_slips_are_put_right_one_at_a_time() -> None:
    told = given(reported())
    told.when(c.Correct(part="who", text="The resident")).then(
        e.Corrected(part="who", text="The resident", field=None, was=None, now=None)
    )
    told.when(c.Correct(field="kind", now="visitor")).then(
        e.Corrected(part=None, text=None, field="kind", was="colleague", now="visitor")
    )
    told.when(c.Correct(field="kind", now="colleague")).then_nothing()
    told.when(c.Correct(field="kind", now="other")).then_refused("correct_to_a_choice")


def test_the_clock_notes_a_first_response_that_did_not_come() -> None:
    late = c.FallDue(owes="respond", due="2025-02-05")
    told = given(reported()).when(late, by_clock()).then(e.FellDue(owes="respond", due="2025-02-05", holder=LEAD))
    assert [ball.owes for ball in told.balls(RESPECT)] == ["respond"]
    given(reported()).when(late).then_refused("only_the_clock")


def test_what_stays_overdue_climbs_one_rung_at_a_time_by_the_clock_alone() -> None:
    given(reported()).when(c.Climb()).then_refused("only_the_clock")
    given(reported()).when(c.Climb(), by_clock("2025-02-08")).then_refused("respect.does_not_climb")
    late = given(reported()).when(c.Climb(), by_clock("2025-02-09"))
    told = late.then(e.Climbed(below=LEAD, to="role-cno", day="2025-02-09"))
    assert [(ball.holder, ball.why) for ball in told.balls(RESPECT)] == [("role-cno", "climbed")]
    told.when(c.Climb(), by_clock("2025-02-12")).then_refused("respect.does_not_climb")
    top = told.when(c.Climb(), by_clock("2025-02-13"))
    told = top.then(e.Climbed(below="role-cno", to="role-ceo", day="2025-02-13"))
    told.when(c.Climb(), by_clock("2025-06-01")).then_refused("respect.does_not_climb")


def test_a_new_day_is_a_new_patience_and_a_rung_is_left_out() -> None:
    answered = given(reported(), ACKNOWLEDGED)
    answered.when(c.Climb(), by_clock("2025-02-20")).then_refused("respect.does_not_climb")
    past = answered.when(c.Climb(past=("role-cno",)), by_clock("2025-02-21"))
    past.then(e.Climbed(below=LEAD, to="role-ceo", day="2025-02-21"))
    nobody = c.Climb(past=("role-cno", "role-ceo"))
    given(reported()).when(nobody, by_clock("2025-03-21")).then_refused("respect.does_not_climb")
    given(reported(), ACKNOWLEDGED, WEIGHED, TALKED, ADDRESSED).when(c.Climb(), by_clock("2025-06-01")).then_refused(
        "respect.does_not_climb"
    )


@pytest.mark.parametrize(
    "command",
    [
        c.Acknowledge(answer="x"),
        c.HandOn(keeper="counsel"),
        c.Weigh(tier="plan", why="x"),
        c.Converse(note="x"),
        c.Address(note="x"),
        c.Close(),
        c.Recur(what="x"),
        c.Withdraw(),
        c.Correct(part="what", text="x"),
        c.FallDue(owes="respond", due="2025-02-05"),
        c.Climb(),
    ],
    ids=lambda command: command.VERB,
)
def test_nothing_is_done_with_what_is_not_there(command: Command) -> None:
    given().when(command).then_refused("unknown", what="incident")
