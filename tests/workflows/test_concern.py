"""One voice: raised, answered, brought, heard; or disputed, silent, out of reach, withdrawn."""

import pytest

from tests.given import NURSE, act, by_clock, by_import, by_voice, given, the
from tests.workflows.told import CONCERN, ISSUE, OPENED, VOICE, answered, delivered, listed, raised
from workflows.concern import commands as c
from workflows.concern import events as e
from workflows.concern.state import Delivered, Ended, Owed
from workflows.kernel.ball import Ball
from workflows.kernel.moments import moment_of

FEB_3 = moment_of("2025-02-03")


def test_a_voice_is_raised_and_owed_an_answer() -> None:
    raising = c.Raise(unit="4w", what="The fax is read by nobody")
    after = given(OPENED).when(raising).then(raised(due="2025-03-13"))
    (voice,) = (name for name in after.house.states if name.startswith("concern-"))
    (ball,) = after.balls(voice)
    assert (ball.holder, ball.owes, ball.due) == ("unit-4w", "answer", "2025-03-13")


def test_nothing_is_raised_in_a_unit_nobody_opened() -> None:
    given().when(c.Raise(unit="4w", what="Fax")).then_refused("unit.unknown", unit="4w")


def test_the_unit_may_have_its_own_days_to_answer() -> None:
    own = act(terms=by_voice().terms.__class__(units={"4w": {"answer_days": 3}}))
    given(OPENED).when(c.Raise(unit="4w", what="The fax is read by nobody"), own).then(raised(due="2025-03-06"))


def test_an_answer_is_to_be_brought_to_the_voice() -> None:
    command = c.Answer(answer="The fax is gone", outcome="done")
    after = given(raised()).when(command).then(answered(due="2025-03-06"))
    (ball,) = after.balls(CONCERN)
    assert (ball.holder, ball.owes, ball.to, ball.due) == ("person-leader", "deliver", VOICE, "2025-03-06")


def test_a_no_without_a_reason_owes_the_reason() -> None:
    command = c.Answer(answer="No money", outcome="not_possible")
    after = given(raised()).when(command).then_something()
    assert {ball.owes for ball in after.balls(CONCERN)} == {"deliver", "reason"}
    after = after.when(c.GiveReason(reason="The budget is spent")).then(e.ReasonGiven(reason="The budget is spent"))
    assert {ball.owes for ball in after.balls(CONCERN)} == {"deliver"}


def test_an_answer_so_far_ends_nothing() -> None:
    so_far = given(raised()).when(c.Answer(answer="We look", outcome="partly", final=False)).then_something()
    assert {ball.owes for ball in so_far.balls(CONCERN)} == {"answer", "deliver"}
    brought = so_far.when(c.Deliver(how="in_person")).then_something()
    assert isinstance(brought.state(CONCERN), Owed)
    assert {ball.owes for ball in brought.balls(CONCERN)} == {"answer"}
    brought.when(c.SayHeard(), by_voice()).then_refused("concern.no_answer_yet")


def test_the_loop_ends_heard_by_the_voice_alone() -> None:
    waiting = given(raised(), answered(), delivered())
    assert waiting.balls(CONCERN) == (Ball(VOICE, "reply", "person-leader", FEB_3, "2025-02-17", "2025-02-17"),)
    waiting.when(c.SayHeard(), act()).then_refused("concern.only_the_voice")
    waiting.when(c.SayHeard(), by_import()).then_refused("concern.only_the_voice")
    after = waiting.when(c.SayHeard(), by_voice()).then(e.Heard())
    assert after.balls(CONCERN) == ()


def test_somebody_may_bring_the_reply_on_behalf() -> None:
    given(raised(), answered(), delivered()).when(c.SayHeard(), act(behalf=VOICE)).then(e.Heard())


def test_heard_waits_for_delivery() -> None:
    given(raised(), answered()).when(c.SayHeard(), by_voice()).then_refused("concern.not_delivered")


def test_the_first_dispute_goes_back_to_the_same_desk_the_second_to_another() -> None:
    again = given(raised(), answered(), delivered()).when(c.Dispute(why="Still there"), by_voice())
    first = again.then(e.Disputed(why="Still there", n=1, holder="unit-4w", due="2025-03-13"))
    answer = c.Answer(answer="Now it is gone", outcome="done")
    second = first.when(answer).then_something().when(c.Deliver(how="mail")).then_something()
    twice = c.Dispute(why="No", to="unit-4w")
    second.when(twice, by_voice()).then_refused("concern.another_leader")
    disputed = second.when(c.Dispute(why="No"), by_voice())
    other = disputed.then(e.Disputed(why="No", n=2, holder="role-cno", due="2025-03-13"))
    other.when(answer).then_refused("concern.another_leader")
    third = other.when(answer, act(who="person-cno")).then_something().when(c.Deliver(how="mail")).then_something()
    ended = third.when(c.Dispute(why="Never"), by_voice()).then(e.Disagreed(why="Never"))
    assert ended.state(CONCERN).how == "disagreed"
    assert len(ended.state(CONCERN).voice.answers) == 2
    ended.when(c.Reopen(why="A new incident"), by_voice()).then(e.Reopened(why="A new incident", due="2025-03-13"))


def test_silence_ends_the_loop_by_the_clock_alone_after_days_and_notices() -> None:
    waiting = given(raised(), answered(), delivered())
    waiting.when(c.EndNoReply(), act()).then_refused("only_the_clock")
    waiting.when(c.EndNoReply(), by_clock()).then_refused("concern.reply_may_come")
    noticed = waiting.when(c.GiveNotice(n=1), by_clock("2025-02-07")).then(e.NoticeGiven(n=1))
    noticed = noticed.when(c.GiveNotice(n=2), by_clock("2025-02-12")).then(e.NoticeGiven(n=2))
    noticed.when(c.EndNoReply(), by_clock("2025-02-17")).then_refused("concern.reply_may_come")
    ended = noticed.when(c.EndNoReply(), by_clock("2025-02-18")).then(e.FellSilent(notices=2, as_the_sheet_says=False))
    assert ended.state(CONCERN).how == "no_reply"


@pytest.mark.parametrize("end", [e.FellSilent(notices=2, as_the_sheet_says=False), e.NotReached(why="Left")])
def test_a_voice_may_say_late_that_it_was_heard(end: e.Happened) -> None:
    after = given(raised(), answered(), delivered(), end).when(c.SayHeard(), by_voice()).then(e.Heard())
    assert after.state(CONCERN).how == "heard"


@pytest.mark.parametrize(("occurred", "refused"), [("2025-02-02", True), ("2025-02-03", False), ("2025-01", False)])
def test_nothing_happens_before_the_voice_spoke(occurred: str, refused: bool) -> None:
    asked = given(raised()).when(c.Answer(answer="So", outcome="done"), act(occurred=occurred))
    if refused:
        asked.then_refused("before_it_began", day="2025-02-03")
    else:
        asked.then_something()


def test_a_sheet_may_say_that_feedback_was_given() -> None:
    silent = given(raised(source="import"), answered(), delivered()).when(c.EndNoReply(), by_import())
    after = silent.then(e.FellSilent(notices=0, as_the_sheet_says=True))
    assert after.state(CONCERN).as_the_sheet_says
    given(raised(), answered(), delivered()).when(c.EndNoReply(), by_import()).then_refused("only_the_clock")


def test_an_unknown_raiser_can_only_be_out_of_reach() -> None:
    unknown = given(raised(speaker="unknown"), answered(), delivered())
    assert [(ball.holder, ball.why) for ball in unknown.balls(CONCERN)] == [("person-leader", "nobody_knows_who")]
    unknown.when(c.SayHeard(), by_voice()).then_refused("concern.only_the_voice")
    unknown.when(c.EndNoReply(), by_clock("2025-09-09")).then_refused("concern.only_cannot_be_reached")
    unknown.when(c.EndCannotBeReached(why="Nobody knows who")).then(e.NotReached(why="Nobody knows who"))


def test_no_loop_ends_out_of_reach_before_an_answer_exists() -> None:
    given(raised()).when(c.EndCannotBeReached(why="Left")).then_refused("concern.no_answer_yet")


@pytest.mark.parametrize("before", [(), (answered(),), (answered(), delivered())])
def test_the_raiser_may_always_take_it_back(before: tuple[e.Happened, ...]) -> None:
    told = given(raised(), *before)
    told.when(c.Withdraw(), act()).then_refused("concern.only_the_voice")
    after = told.when(c.Withdraw(), by_voice()).then(e.Withdrawn(why=None))
    assert isinstance(after.state(CONCERN), Ended)
    assert after.balls(CONCERN) == ()


def test_thanks_owe_no_answer_and_are_no_issue() -> None:
    thanks = given(OPENED, raised(kind="thanks"))
    assert thanks.balls(CONCERN) == ()
    thanks.when(c.Merge(issue=ISSUE)).then_refused("concern.thanks_are_not_listed")


def test_the_answer_is_handed_on() -> None:
    given(raised()).when(c.HandOn(holder=NURSE)).then(e.HandedOn(holder=NURSE))
    after = given(raised(), e.HandedOn(holder=NURSE))
    assert after.balls(CONCERN)[0].holder == NURSE


def test_an_answer_given_on_the_way_goes_to_somebody_else_and_the_final_one_stays_owed() -> None:
    given(raised()).when(c.Entrust(holder=NURSE)).then_refused("concern.no_answer_yet")
    so_far = given(raised(), answered(final=False))
    on = so_far.when(c.Entrust(holder=NURSE)).then(e.Entrusted(holder=NURSE))
    assert {(ball.owes, ball.holder) for ball in on.balls(CONCERN)} == {("answer", "unit-4w"), ("deliver", NURSE)}
    given(raised(), answered(), delivered()).when(c.Entrust(holder=NURSE)).then_refused("concern.nothing_to_hand_on")


def test_the_reason_of_a_no_goes_to_somebody_else_also_when_it_was_brought() -> None:
    no = answered(outcome="not_possible", reason_due="2025-02-10")
    after = given(raised(), no, delivered()).when(c.Entrust(holder=NURSE)).then_something()
    assert ("reason", NURSE) in {(ball.owes, ball.holder) for ball in after.balls(CONCERN)}


def test_acknowledging_twice_says_it_once() -> None:
    given(raised()).when(c.Acknowledge()).then(e.Acknowledged()).when(c.Acknowledge()).then_nothing()


def test_words_are_corrected_and_the_old_ones_stay() -> None:
    correct = c.Correct(part="what", text="The printer is read by nobody")
    after = given(raised()).when(correct).then_something()
    voice = after.state(CONCERN).voice
    assert (voice.what.part, voice.corrections[0].was.part) == ("text", "what")


def test_who_may_know_is_for_the_speaker_alone_to_say() -> None:
    for now in ("named", "unknown"):
        for other in (act(), act(behalf=VOICE), by_import()):
            given(raised()).when(c.Correct(field="speaker", now=now), other).then_refused("concern.only_the_speaker")
        given(raised()).when(c.Correct(field="speaker", now=now), by_voice()).then_something()


def test_where_nobody_knew_who_spoke_somebody_may_find_out() -> None:
    told = given(raised(speaker="unknown"))
    told.when(c.Correct(field="speaker", now="named")).then_refused("concern.only_the_speaker")
    told.when(c.Correct(field="speaker", now="confidential")).then_something()


def test_a_field_is_corrected_to_one_of_its_choices() -> None:
    told = given(raised())
    told.when(c.Correct(field="kind", now="rumour")).then_refused("correct_to_a_choice")
    told.when(c.Correct(field="kind", part="what", now="idea")).then_refused("correct_one_thing")
    listed_ = told.given(e.Listed(issue=ISSUE))
    listed_.when(c.Correct(field="kind", now="thanks")).then_refused("concern.thanks_are_not_listed")
    after = told.when(c.Correct(field="kind", now="idea")).then_something()
    assert after.state(CONCERN).voice.kind == "idea"


def test_what_is_late_falls_due_once() -> None:
    late = c.FallDue(owes="answer", due="2025-02-13")
    told = given(raised())
    told.when(late, by_clock("2025-02-13")).then_refused("nothing_fell_due")
    fell = told.when(late, by_clock("2025-02-14"))
    after = fell.then(e.FellDue(owes="answer", due="2025-02-13", holder="unit-4w"))
    after.when(late, by_clock("2025-03-14")).then_nothing()


def test_a_delivered_answer_waits_for_its_reply() -> None:
    assert isinstance(given(raised(), answered(), delivered()).state(CONCERN), Delivered)


def test_merging_and_unmerging_gives_the_voice_its_own_answer_back() -> None:
    other = the("issue", 2)
    told = given(OPENED, raised(), (other, listed()))
    merged = told.when(c.Merge(issue=other)).then_something()
    assert merged.state(other).matter.voices == (CONCERN,)
    through = merged.given(answered(through=other), delivered())
    alone = through.when(c.Unmerge()).then_something()
    assert alone.state(other).matter.voices == ()
    assert [ball.owes for ball in alone.balls(CONCERN)] == ["answer"]


def test_the_speaker_is_asked_one_question_at_a_time_and_says_more_whenever_they_like() -> None:
    asked = given(raised()).when(c.AskSpeaker(question="Which shift?")).then(e.SpeakerAsked(question="Which shift?"))
    asked.when(c.AskSpeaker(question="And where?")).then_refused("concern.asked_already")
    replied = asked.when(c.Reply(words="Nights."), by_voice()).then(e.Replied(words="Nights."))
    replied.when(c.AskSpeaker(question="And where?")).then(e.SpeakerAsked(question="And where?"))
    replied.when(c.Reply(words="Bed 4."), by_voice()).then(e.Replied(words="Bed 4."))


def test_nobody_replies_for_the_speaker_and_nobody_unknown_is_asked() -> None:
    given(raised()).when(c.Reply(words="Nights.")).then_refused("concern.only_the_voice")
    given(raised(speaker="unknown")).when(c.AskSpeaker(question="Who?")).then_refused("concern.only_cannot_be_reached")
    over = given(raised(), e.Withdrawn(why=None))
    over.when(c.AskSpeaker(question="Why?")).then_refused("concern.ended")
    over.when(c.Reply(words="Because."), by_voice()).then_refused("concern.ended")


def test_what_is_hidden_is_shown_again_and_still_owed() -> None:
    hidden = given(raised()).when(c.Hide(why="Abuse.")).then(e.Hidden(why="Abuse."))
    assert [ball.owes for ball in hidden.balls(CONCERN)] == ["answer"]
    hidden.when(c.Hide(why="Again.")).then_nothing()
    hidden.when(c.Unhide()).then(e.Unhidden()).when(c.Unhide()).then_nothing()


def test_a_voice_about_no_unit_moves_to_the_one_it_belongs_to() -> None:
    moved = given(OPENED, raised(unit=None)).when(c.Move(unit="4w")).then(e.Arrived(unit="4w", came_from=None))
    assert [ball.holder for ball in moved.balls(CONCERN)] == ["unit-4w"]
