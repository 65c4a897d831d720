"""The pace at which a unit learns: owed once it was taken up, set anew by each lesson, never owed where it was not adopted."""

from tests.given import Given, act, by_clock, given, the
from tests.workflows.test_policies import reactions
from tests.workflows.told import OPENED
from workflows import pace
from workflows.hospital import events as h
from workflows.kernel.grammar import Event, Refused
from workflows.kernel.terms import Terms
from workflows.learning import events as e
from workflows.unit import events as u

STREAM = pace.stream_of("4w")
BEGIN = pace.Begin(unit="4w", since="2025-03-03")
QUARTERLY = Terms(units={"4w": {"lesson_months": 3}})
LESSON = "learning-" + "0" * 26


def going(*more: pace.Happened) -> Given:
    begun = pace.Begun(unit="4w", since="2025-01-10", due="2025-03-31")
    return given(*((STREAM, event) for event in (begun, *more)))


def followed(told: Given, event: Event) -> Given:
    """After this has happened, and what follows from it by itself."""
    stream = the(event.NAME.partition(".")[0])
    told = told.given(event)
    for wish in reactions(told, stream, event):
        outcome = told.house.asked(wish.command, wish.stream, by_clock())
        assert not isinstance(outcome, Refused)
        told = Given(told.house.wrote(outcome, by_clock()))
    return told


def test_the_first_lesson_is_owed_by_the_end_of_a_month() -> None:
    told = given().when(BEGIN).then((STREAM, pace.Begun(unit="4w", since="2025-03-03", due="2025-04-30")))
    (ball,) = told.balls(STREAM)
    assert (ball.holder, ball.owes, ball.to, ball.due) == ("role-team-leader", "learn", "unit-4w", "2025-04-30")
    slower = given().when(BEGIN, act(terms=QUARTERLY)).then_something()
    assert slower.state(STREAM).due == "2025-06-30"


def test_each_lesson_sets_the_next() -> None:
    told = (
        going()
        .when(pace.Count(learning=LESSON), to=STREAM)
        .then((STREAM, pace.Counted(learning=LESSON, on="2025-03-03", due="2025-04-30")))
    )
    (turn,) = told.state(STREAM).turns
    assert turn.in_time
    told.when(pace.Count(learning=LESSON), to=STREAM).then_nothing()
    late = going().when(pace.Count(learning=LESSON), act(day="2025-04-02"), to=STREAM).then_something()
    assert not late.state(STREAM).turns[0].in_time


def test_said_with_another_day_that_day_counts_until_a_lesson_has_come() -> None:
    moved = going().when(BEGIN).then_something()
    assert moved.state(STREAM).due == "2025-04-30"
    counted = pace.Counted(learning=LESSON, on="2025-03-01", due="2025-04-30")
    going(counted).when(pace.Begin(unit="4w", since="2025-06-01")).then_nothing()


def test_what_is_set_aside_is_no_longer_owed() -> None:
    ended = going().when(pace.End(), to=STREAM).then((STREAM, pace.Ended()))
    assert ended.balls(STREAM) == ()
    ended.when(pace.Count(learning=LESSON), to=STREAM).then_nothing()
    again = ended.when(BEGIN).then_something()
    assert again.balls(STREAM) != ()


def test_a_lesson_that_should_not_count_is_owed_again() -> None:
    counted = going(pace.Counted(learning=LESSON, on="2025-03-01", due="2025-04-30"))
    right = counted.when(pace.Correct(learning=LESSON), to=STREAM).then(
        (STREAM, pace.Corrected(learning=LESSON, due="2025-03-31"))
    )
    assert (right.state(STREAM).due, right.state(STREAM).turns) == ("2025-03-31", ())
    going().when(pace.Correct(learning=LESSON), to=STREAM).then_nothing()


def test_a_lesson_that_does_not_come_is_noted_once() -> None:
    late = pace.FallDue(owes="learn", due="2025-03-31")
    fallen = going().when(late, by_clock("2025-04-01"), to=STREAM).then_something()
    fallen.when(late, by_clock("2025-04-02"), to=STREAM).then_nothing()
    assert fallen.balls(STREAM)[0].due == "2025-03-31", "still owed"


def test_it_begins_and_ends_with_the_practice() -> None:
    taken = followed(given(OPENED), u.PracticeAdopted(practice="lessons", since="2025-03-03"))
    assert taken.balls(STREAM) != ()
    other = followed(given(OPENED), u.PracticeAdopted(practice="surveys", since="2025-03-03"))
    assert other.balls(STREAM) == (), "not adopted is not owed"
    begun = e.Opened(unit="4w", what="x", about=None, lead="role-team-leader", due="2025-04-02")
    learned = followed(taken.given(begun), e.Concluded(lesson="x", nothing_because=None))
    assert len(learned.state(STREAM).turns) == 1
    assert followed(learned, e.Withdrawn(why="x")).state(STREAM).turns == ()
    ended = followed(learned, u.PracticeEnded(practice="lessons", since="2025-03-03"))
    assert ended.balls(STREAM) == ()
    closed = followed(taken, u.Closed())
    assert closed.balls(STREAM) == ()
    assert followed(closed, u.Reopened()).balls(STREAM) != ()


FALLS = pace.FallDue(owes="learn", due="2025-03-31")
FLOOD = h.Paused(since="2025-03-03", until="2025-03-20", reason="A flood")
HOSPITAL = h.Opened(name="Alder Creek", zone="America/Chicago", slug="alder")


def test_while_the_hospital_paused_no_lesson_is_late() -> None:
    paused = going().given(HOSPITAL, FLOOD)
    put_off = paused.when(FALLS, by_clock("2025-04-01"), to=STREAM).then((STREAM, pace.PutOff(due="2025-04-30")))
    (ball,) = put_off.balls(STREAM)
    assert ball.due == "2025-04-30"


def test_a_pause_of_few_days_changes_nothing() -> None:
    short = h.Paused(since="2025-03-03", until="2025-03-05", reason="A flood")
    fell = pace.FellDue(owes="learn", due="2025-03-31", holder=pace.LEADER)
    going().given(HOSPITAL, short).when(FALLS, by_clock("2025-04-01"), to=STREAM).then((STREAM, fell))
