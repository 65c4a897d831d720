"""A complaint that was not settled on the spot: its clock, its letter, and what becomes of the voice meanwhile."""

import pytest

from tests.given import Given, act, by_clock, by_voice, given, the
from tests.workflows.told import CONCERN, OPENED, VOICE, answered, delivered, raised
from workflows.concern import commands as cc
from workflows.concern import events as ce
from workflows.grievance import commands as c
from workflows.grievance import events as e
from workflows.grievance.state import ADVOCATE
from workflows.kernel.ball import Ball
from workflows.kernel.moments import moment_of
from workflows.kernel.terms import Terms

GRIEVANCE = the("grievance")
COMPLAINT = ce.Triaged(route="complaint", holder=None, due=None)
FEB_3, MARCH_3 = moment_of("2025-02-03"), moment_of("2025-03-03")
OPEN = c.Open(unit="4w", concern=CONCERN, complaint="Nobody explained the drain", language="es")
LETTER = c.WriteLetter(
    contact="Rosa Vega, patient advocate, 555 0100",
    steps="We spoke with the nurses of both shifts.",
    results="Every patient with a drain now has it explained at the bed.",
    outcome="done",
    completed="2025-03-03",
)
SEND = c.SendLetter(how="letter", to="Ana Ruiz, 12 Mill Road")


def opened(**changes: object) -> e.Opened:
    fields: dict[str, object] = {
        "unit": "4w",
        "concern": CONCERN,
        "complaint": "Nobody explained the drain",
        "language": "es",
        "holder": ADVOCATE,
        "due": "2025-02-10",
    }
    return e.Opened(**{**fields, **changes})  # type: ignore[arg-type]  # a test names what it is about


def written() -> e.LetterWritten:
    return e.LetterWritten(contact="x", steps="x", results="x", outcome="done", completed="2025-02-05")


def complaint() -> Given:
    return given(OPENED, raised(), COMPLAINT)


def grievance(*more: e.Happened) -> Given:
    became = ce.BecameGrievance(grievance=GRIEVANCE, holder=ADVOCATE, due="2025-02-10")
    return complaint().given(opened(), (CONCERN, became), *more)


def test_a_complaint_becomes_a_grievance_and_its_answer_is_the_letters() -> None:
    told = (
        complaint()
        .when(OPEN)
        .then(
            ce.BecameGrievance(grievance=the("grievance", 1_003), holder=ADVOCATE, due="2025-03-10"),
            opened(due="2025-03-10"),
        )
    )
    fresh = the("grievance", 1_003)
    assert told.balls(fresh) == (Ball(ADVOCATE, "letter", VOICE, MARCH_3, "2025-03-10", "2025-03-10"),)
    assert [(ball.holder, ball.due) for ball in told.balls(CONCERN)] == [(ADVOCATE, "2025-03-10")]


def test_a_unit_may_answer_its_complaints_sooner() -> None:
    terms = Terms(units={"4w": {"grievance_days": 3}})
    told = complaint().when(OPEN, act(terms=terms)).then_something()
    assert told.state(the("grievance", 1_003)).complaint.due == "2025-03-06"


@pytest.mark.parametrize(
    ("told", "key"),
    [
        (given(OPENED), "unknown"),
        (given(OPENED, raised()), "concern.no_complaint"),
        (given(OPENED, raised(), ce.Triaged(route="event", holder=None, due=None)), "concern.no_complaint"),
        (grievance(), "concern.is_grievance"),
        (given(OPENED, raised(unit="icu"), COMPLAINT), "concern.of_another_unit"),
    ],
)
def test_only_a_complaint_of_this_unit_becomes_one_and_only_once(told: Given, key: str) -> None:
    told.when(OPEN).then_refused(key)


def test_what_became_a_grievance_is_neither_settled_nor_triaged_again() -> None:
    grievance().when(cc.Settle(did="x")).then_refused("concern.is_grievance")
    grievance().when(cc.Triage(route="event")).then_refused("concern.is_grievance")


def test_writing_the_letter_answers_the_voice_and_sending_it_brings_the_answer() -> None:
    told = grievance().when(LETTER).then_something()
    assert told.state(CONCERN).answer.outcome == "done"
    assert [ball.owes for ball in told.balls(CONCERN)] == ["deliver"]
    sent = told.when(SEND).then(
        e.LetterSent(how="letter", to="Ana Ruiz, 12 Mill Road"),
        ce.Delivered(how="letter", day="2025-03-03", due="2025-03-17"),
    )
    assert sent.balls(GRIEVANCE) == (Ball(ADVOCATE, "close", None, MARCH_3),)
    closed = sent.when(c.Close()).then(e.Closed())
    assert closed.balls(GRIEVANCE) == ()


@pytest.mark.parametrize(
    "ended",
    [
        (answered(),),
        (answered(), delivered(), ce.Heard()),
        (answered(), delivered(), ce.FellSilent(notices=2, as_the_sheet_says=False)),
        (ce.Withdrawn(why=None),),
    ],
)
def test_the_letter_goes_out_to_a_family_that_is_silent_or_wants_none(ended: tuple[ce.Happened, ...]) -> None:
    told = grievance().given(*ended)
    told.when(c.Close()).then_refused("grievance.letter_owed")
    before = told.state(CONCERN)
    sent = told.when(LETTER).then_something().when(SEND).then_something()
    assert [ball.owes for ball in sent.balls(GRIEVANCE)] == ["close"]
    assert type(sent.state(CONCERN)) in (type(before), type(given(raised(), answered(), delivered()).state(CONCERN)))


def test_a_no_says_why_in_the_letter() -> None:
    told = grievance().when(
        c.WriteLetter(contact="x", steps="x", results="It cannot be", outcome="not_possible", completed="2025-03-03")
    )
    assert [ball.owes for ball in told.then_something().balls(CONCERN)] == ["deliver"]


def test_a_letter_is_written_once_and_put_right_until_it_is_out() -> None:
    told = grievance(written())
    told.when(LETTER).then_refused("grievance.letter_is_written")
    right = told.when(c.Correct(part="contact", text="Rosa Vega")).then_something()
    assert right.state(GRIEVANCE).complaint.letter.contact.part == "text"
    out = right.given(e.LetterSent(how="letter", to="x"))
    out.when(c.Correct(part="contact", text="y")).then_refused("grievance.letter_is_out")
    out.when(c.Correct(field="language", now="en")).then_refused("grievance.letter_is_out")
    out.when(c.Correct(part="complaint", text="y")).then_something()
    out.when(SEND).then_refused("grievance.letter_is_out")
    out.when(c.Withdraw(why="x")).then_refused("grievance.letter_is_out")


def test_results_that_are_put_right_are_put_right_in_the_answer() -> None:
    told = grievance().when(LETTER).then_something()
    told.when(c.Correct(part="results", text="New")).then(
        e.Corrected(part="results", text="New", field=None, was=None, now=None),
        ce.Corrected(part="answer", text="New", field=None, was=None, now=None),
    )


def test_the_day_of_completion_is_put_right_to_a_day_that_was() -> None:
    told = grievance(written())
    told.when(c.Correct(field="completed", now="2025-02-06")).then_something()
    told.when(c.Correct(field="completed", now="2025-02-05")).then_nothing()
    told.when(c.Correct(field="completed", now="soon")).then_refused("not_a_day")
    told.when(c.Correct(field="completed", now="2025-04-01")).then_refused("still_to_come")
    told.when(c.Correct(field="completed", now="2025-01-01")).then_refused("before_it_began")
    told.when(c.Correct(field="language", now="fr")).then_refused("correct_to_a_choice")


def test_there_is_no_letter_to_send_or_to_put_right_before_it_is_written() -> None:
    grievance().when(SEND).then_refused("grievance.no_letter")
    grievance().when(c.Correct(part="steps", text="x")).then_refused("grievance.no_letter")
    grievance().when(c.Correct(part="steps")).then_refused("correct_one_thing")


def test_it_takes_longer_only_once_the_family_was_told() -> None:
    longer = c.Extend(due="2025-03-20", reason="A witness is away", told="2025-03-02")
    told = grievance().when(longer).then(e.Extended(due="2025-03-20", reason="A witness is away", told="2025-03-02"))
    assert told.balls(GRIEVANCE) == (Ball(ADVOCATE, "letter", VOICE, FEB_3, "2025-03-20", "2025-02-10"),)
    grievance().when(c.Extend(due="2025-03-20", reason="x", told="2025-03-09")).then_refused("still_to_come")
    grievance().when(c.Extend(due="2025-03-20", reason="x", told="2025-01-02")).then_refused("before_it_began")
    grievance().when(c.Extend(due="2025-02-20", reason="x", told="2025-03-02")).then_refused("grievance.only_later")
    grievance(written(), e.LetterSent(how="letter", to="x")).when(longer).then_refused("grievance.letter_is_out")


def test_steps_are_noted_and_the_family_is_told_that_it_is_looked_at() -> None:
    told = grievance().when(c.Acknowledge(how="phone")).then(e.Acknowledged(how="phone"))
    told.when(c.NoteStep(what="Asked both shifts")).then(e.StepTaken(what="Asked both shifts"))
    over = told.given(e.Withdrawn(why="x"))
    over.when(c.NoteStep(what="x")).then_refused("grievance.over")
    over.when(c.HandOn(holder="person-leader")).then_refused("grievance.over")
    over.when(c.Close()).then_refused("grievance.over")
    over.when(c.Withdraw(why="x")).then_nothing()


def test_it_is_handed_on() -> None:
    told = grievance().when(c.HandOn(holder="person-leader")).then(e.HandedOn(holder="person-leader"))
    assert [ball.holder for ball in told.balls(GRIEVANCE)] == ["person-leader"]


def test_a_letter_that_is_late_climbs_the_ladder_by_the_clock_alone() -> None:
    grievance().when(c.Climb()).then_refused("only_the_clock")
    grievance().when(c.Climb(), by_clock("2025-02-12")).then_refused("grievance.does_not_climb")
    late = grievance().when(c.Climb(), by_clock("2025-02-25"))
    told = late.then(e.Climbed(below=ADVOCATE, to="role-cno", day="2025-02-25"))
    assert [(ball.holder, ball.why) for ball in told.balls(GRIEVANCE)] == [("role-cno", "climbed")]


def test_a_day_that_passed_is_noted_once() -> None:
    fell = c.FallDue(owes="letter", due="2025-02-10")
    grievance().when(fell, by_clock("2025-02-11")).then(e.FellDue(owes="letter", due="2025-02-10", holder=ADVOCATE))
    grievance().when(fell, by_voice()).then_refused("only_the_clock")


@pytest.mark.parametrize(
    "command", [c.Acknowledge(how="phone"), c.Close(), LETTER, SEND, c.Correct(part="complaint", text="x")]
)
def test_what_was_never_opened_is_not_there(command: c.Close) -> None:
    given(OPENED).when(command, to=GRIEVANCE).then_refused("unknown", what="grievance")
