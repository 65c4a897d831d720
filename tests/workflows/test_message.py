"""A message of somebody who leads: sent, read back by nobody in particular, put right, taken back."""

from tests.given import LEADER, PARTNER, Given, act, by_voice, given, the
from tests.workflows.told import OPENED
from workflows.message import commands as c
from workflows.message import events as e
from workflows.message.state import KEPT

MESSAGE = the("message")
SEND = c.Send(unit="4w", topic="safety", words="Two check every bag")


def sent() -> Given:
    return given(OPENED, e.Sent(unit="4w", topic="safety", words="Two check every bag"), when=act())


def test_a_message_goes_to_a_unit_or_to_everybody() -> None:
    given(OPENED).when(SEND).then(e.Sent(unit="4w", topic="safety", words="Two check every bag"))
    given().when(c.Send(topic="thanks", words="All of you")).then(e.Sent(unit=None, topic="thanks", words="All of you"))
    given().when(SEND).then_refused("unit.unknown", unit="4w")


def test_it_is_counted_how_many_read_it_back_and_what_they_said_last_is_kept() -> None:
    told = sent()
    for _ in range(KEPT + 2):
        told = told.when(c.ReadBack(words="I call before I hang it"), by_voice()).then_something()
    told = told.when(c.ReadBack(), by_voice()).then(e.ReadBack(words=None))
    note = told.state(MESSAGE)
    assert (note.read, len(note.said)) == (KEPT + 3, KEPT)
    assert told.balls(MESSAGE) == ()


def test_only_its_sender_puts_it_right_or_takes_it_back() -> None:
    take_back, correct = c.TakeBack(reason="It was wrong"), c.Correct(part="words", text="Two check")
    sent().when(take_back, act(who=PARTNER)).then_refused("message.only_the_sender")
    sent().when(correct, act(who=PARTNER)).then_refused("message.only_the_sender")
    sent().when(c.Correct(field="topic", now="weather")).then_refused("correct_to_a_choice")
    assert sent().when(correct).then_something().state(MESSAGE).words.part == "text"
    assert sent().when(c.Correct(field="topic", now="thanks")).then_something().state(MESSAGE).topic == "thanks"
    gone = sent().when(take_back, act(who=LEADER)).then(e.TakenBack(reason="It was wrong"))
    gone.when(c.ReadBack(), by_voice()).then_refused("message.taken_back")
