"""A learning: factors before the lesson, a prediction before the result, nobody's reflection opened by another."""

import pytest
from msgspec.structs import replace

from tests.given import LEADER, NURSE, PARTNER, Given, act, by_clock, given, the
from tests.workflows.told import ISSUE, OPENED, listed
from workflows.kernel.terms import Terms
from workflows.learning import commands as c
from workflows.learning import events as e
from workflows.learning.state import Kept, Learned, Looking
from workflows.unit import events as u

LEARNING = the("learning")
LOOK = c.Open(unit="4w", what="The wrong strength hung for an hour")
BEGUN = e.Opened(unit="4w", what="x", about=None, lead="role-team-leader", due="2025-04-02")
MARK = c.MarkFactors(helped=("team",), hindered=("technology", "environment"))
MARKED = e.FactorsMarked(helped=("team",), hindered=("environment", "technology"), how=None)
CHOOSE = c.Choose(
    what="Two strengths in two drawers",
    mitigates="much",
    feasible="some",
    leader=PARTNER,
    due="2025-04-01",
    sign="No bag is taken from the wrong drawer in a month",
)
CHOSEN = e.Chosen(
    number=1, what="x", mitigates="much", feasible="some", leader=PARTNER, due="2025-04-01", sign="No wrong bag"
)
CONCLUDE = c.Conclude(lesson="Look-alikes lie apart")
CONCLUDED = e.Concluded(lesson="x", nothing_because=None)
TRY = c.Try(unit="4w", what="A bell at the drawer", prediction="Fewer wrong bags", due="2025-03-10")
TRIED = e.Tried(unit="4w", what="x", prediction=None, lead="role-team-leader", due="2025-03-10", after=None)
STUDY = c.Study(result="Three bells, no wrong bag", verdict="adapt")
OWN = e.Reflected(author=LEADER, words="x")


def looking(*more: e.Happened) -> Given:
    return given(OPENED, BEGUN, *more)


def test_a_look_begins_from_an_issue_and_lies_with_the_team_leader() -> None:
    told = given(OPENED, listed()).when(replace(LOOK, about=ISSUE)).then_something()
    (stream,) = [one for one in told.house.states if one.startswith("learning-")]
    (ball,) = told.balls(stream)
    assert (ball.holder, ball.owes, ball.due) == ("role-team-leader", "learn", "2025-04-02")
    given(OPENED).when(replace(LOOK, about=ISSUE)).then_refused("unknown", what="issue")
    given(OPENED, u.Closed()).when(LOOK).then_refused("unit.closed")


def test_each_factor_helped_or_hindered_as_the_hospital_names_them() -> None:
    marked = looking().when(MARK).then(MARKED)
    marked.when(MARK).then_nothing()
    looking().when(c.MarkFactors()).then_refused("learning.mark_one")
    looking().when(replace(MARK, helped=("technology",))).then_refused("learning.one_or_the_other")
    looking().when(replace(MARK, helped=("weather",))).then_refused("learning.no_factor_of_ours", factor="weather")
    own = act(terms=Terms(factors={"weather": "The weather"}))
    looking().when(c.MarkFactors(hindered=("weather",)), own).then_something()


def test_no_lesson_comes_before_its_factors_and_before_something_is_chosen() -> None:
    looking().when(CONCLUDE).then_refused("learning.factors_first")
    marked = looking(MARKED)
    marked.when(CONCLUDE).then_refused("learning.choose_first")
    marked.when(replace(CONCLUDE, nothing_because="The device is gone")).then_something()
    learned = (
        looking(MARKED, CHOSEN).when(CONCLUDE).then(e.Concluded(lesson="Look-alikes lie apart", nothing_because=None))
    )
    assert isinstance(learned.state(LEARNING), Learned)
    learned.when(CONCLUDE).then_refused("learning.learned")


def test_what_was_chosen_is_followed_up_until_it_can_be_said() -> None:
    chosen = looking(MARKED).when(CHOOSE).then_something()
    assert [(one.holder, one.owes, one.due) for one in chosen.balls(LEARNING)][1:] == [
        (PARTNER, "review", "2025-04-01")
    ]
    looking().when(replace(CHOOSE, due="2025-03-01")).then_refused("day_is_past")
    five = [replace(CHOSEN, number=n) for n in range(1, 6)]
    looking(*five).when(CHOOSE).then_refused("learning.enough_chosen")

    learned = looking(MARKED, CHOSEN, CONCLUDED)
    early = c.FollowUp(number=1, found="Two weeks only", risk="too_early")
    learned.when(early).then_refused("learning.look_again_when")
    later = learned.when(replace(early, again="2025-05-01")).then_something()
    assert [one.due for one in later.balls(LEARNING)] == ["2025-05-01"]
    assert later.state(LEARNING).lesson.steps[0].first_due == "2025-04-01"
    done = later.when(c.FollowUp(number=1, found="None", risk="less")).then_something()
    assert done.balls(LEARNING) == ()
    learned.when(c.FollowUp(number=2, found="x", risk="less")).then_refused("learning.no_such_step")


def test_a_result_that_nobody_predicted_is_refused() -> None:
    tried = given(OPENED, TRIED)
    tried.when(STUDY).then_refused("learning.predict_first")
    predicted = tried.when(c.Predict(prediction="Fewer")).then(e.Predicted(prediction="Fewer"))
    predicted.when(c.Predict(prediction="More")).then_refused("learning.predicted")
    studied = predicted.when(STUDY).then_something()
    assert studied.state(LEARNING).lesson.verdict == "adapt"
    studied.when(STUDY).then_refused("learning.studied")
    studied.when(c.Correct(part="prediction", text="As it came")).then_refused("learning.studied")
    looking().when(STUDY).then_refused("learning.no_test")
    tried.when(CONCLUDE).then_refused("learning.no_defect")


def test_a_test_may_follow_another() -> None:
    tried = given(OPENED, TRIED)
    again = tried.when(replace(TRY, after=LEARNING)).then_something()
    (other,) = [one for one in again.house.states if one.startswith("learning-") and one != LEARNING]
    assert again.state(other).lesson.after == LEARNING
    looking().when(replace(TRY, after=LEARNING)).then_refused("learning.no_test")
    given(OPENED).when(replace(TRY, due="2025-03-01")).then_refused("day_is_past")


def test_what_lies_with_somebody_is_handed_on_and_what_was_done_stays_theirs() -> None:
    looked = e.FollowedUp(number=1, found="None", risk="less", due=None)
    learned = looking(MARKED, CHOSEN, replace(CHOSEN, number=2), CONCLUDED, looked)
    handed = learned.when(c.HandOn(holder=NURSE, whose=PARTNER)).then(e.HandedOn(holder=NURSE, whose=PARTNER))
    assert [one.leader for one in handed.state(LEARNING).lesson.steps] == [PARTNER, NURSE]
    learned.when(c.HandOn(holder=NURSE)).then_refused("learning.nothing_of_theirs")
    led = looking().when(c.HandOn(holder=NURSE)).then_something()
    assert [ball.holder for ball in led.balls(LEARNING)] == [NURSE]


def test_nothing_stands_in_the_library_before_somebody_has_looked() -> None:
    looking().when(c.Share()).then_refused("learning.not_learned_yet")
    learned = looking(MARKED, CHOSEN, CONCLUDED)
    learned.when(c.Share()).then_refused("learning.look_first")
    shared = learned.when(c.Share(names_nobody=True)).then(e.Shared(to=None, how=None))
    assert shared.state(LEARNING).lesson.is_for_all
    shared.when(c.Share(names_nobody=True)).then_nothing()
    told = learned.when(c.Share(to="unit-icu", how="huddle")).then_something()
    assert not told.state(LEARNING).lesson.is_for_all


def test_a_reflection_is_its_authors_alone() -> None:
    told = given().when(c.Reflect(words="I asked too fast")).then(e.Reflected(author=LEADER, words="I asked too fast"))
    (stream,) = told.house.states
    assert isinstance(told.state(stream), Kept)
    assert told.balls(stream) == ()

    kept, nurse = given(OWN), act(who=NURSE)
    for command in (c.OpenUp(names_nobody=True), c.TakeBack()):
        kept.when(command, nurse).then_refused("learning.only_its_author")
    kept.when(c.Share(names_nobody=True), nurse).then_refused("learning.only_its_author")
    kept.when(c.OpenUp(names_nobody=False)).then_refused("learning.look_first")
    opened = kept.when(c.OpenUp(names_nobody=True)).then(e.OpenedUp())
    assert opened.state(LEARNING).lesson.is_for_all
    opened.when(c.TakeBack()).then(e.TakenBack())
    looking().when(c.TakeBack()).then_refused("learning.only_its_author")


def test_slips_are_put_right_and_what_is_withdrawn_is_over() -> None:
    told = looking().when(c.Correct(part="what", text="The wrong bag hung")).then_something()
    assert told.state(LEARNING).lesson.corrections[0].of == "what"
    looking().when(c.Correct(part="lesson", text="x")).then_refused("decision.not_said_yet")
    gone = looking().when(c.Withdraw(why="Twice on record")).then_something()
    assert gone.balls(LEARNING) == ()
    gone.when(MARK).then_refused("learning.withdrawn")


@pytest.mark.parametrize("day", ["2025-04-02", "2025-04-03"])
def test_a_lesson_that_does_not_come_falls_due_once(day: str) -> None:
    late = c.FallDue(owes="learn", due="2025-04-02")
    asked = looking().when(late, by_clock(day))
    if day == "2025-04-02":
        asked.then_refused("nothing_fell_due")
    else:
        fallen = asked.then(e.FellDue(owes="learn", due="2025-04-02", holder="role-team-leader"))
        assert isinstance(fallen.state(LEARNING), Looking)
