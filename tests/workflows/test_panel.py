"""How a place looks at its few measures: a leader and the team together, again and again once measuring is taken up."""

import pytest

from tests.given import LEADER, NURSE, PARTNER, TODAY, Given, Told, act, by_clock, given, the
from tests.workflows.test_policies import reactions
from tests.workflows.told import LED_BY_PARTNER, OPENED
from workflows import panel
from workflows.hospital import events as h
from workflows.kernel.grammar import By, Fact, Header
from workflows.kernel.moments import moment_of
from workflows.kernel.noun import Wish
from workflows.kernel.terms import Terms
from workflows.panel import BeginReviewing, Correct, EndReviewing, FallDue, Review
from workflows.policies.reviewing import react
from workflows.unit import events as u

PLACE, MEASURE = panel.stream_of("4w"), the("measure")
WORKS_HERE = u.RoleGiven(person=NURSE, role="front_line", since="2025-01-01")
LOOK = Review(unit="4w", who=(PARTNER, NURSE), found="Fewer since the lift", follows="We keep the lift")


def begun(day: str = "2025-05-06") -> Told:
    return PLACE, panel.ReviewingBegun(unit="4w", review_by=day)


def looking(*more: Told) -> Given:
    added = (PLACE, panel.MeasureAdded(unit="4w", measure=MEASURE))
    return given(OPENED, LED_BY_PARTNER, WORKS_HERE, added, *more)


def reviewed(again: str | None, seen: int | None = None) -> panel.Reviewed:
    return panel.Reviewed(
        unit="4w",
        who=(PARTNER, NURSE),
        found="Fewer since the lift",
        follows="We keep the lift",
        seen=seen,
        review_by=again,
    )


def test_a_leader_and_the_team_look_together_and_it_is_kept_at_what() -> None:
    told = looking().when(LOOK, to=PLACE).then(reviewed(None))
    (looked,) = told.state(PLACE).reviews
    assert looked.seen == 5, "left open, the figures of now"
    told = looking().when(Review(unit="4w", who=LOOK.who, found="x", seen=3), to=PLACE).then_something()
    assert told.state(PLACE).reviews[0].seen == 3


@pytest.mark.parametrize("who", [(), (PARTNER,), (NURSE,), (NURSE, LEADER)])
def test_one_side_alone_is_no_review(who: tuple[str, ...]) -> None:
    looking().when(Review(unit="4w", who=who, found="x"), to=PLACE).then_refused("panel.both_sides")


def test_somebody_who_leads_the_whole_hospital_may_look_with_the_team() -> None:
    leads = ("hospital", h.RoleGiven(person=LEADER, role="cno", since="2025-01-01"))
    looking(h.Opened(slug="alder", name="Alder", zone="UTC"), leads).when(
        Review(unit="4w", who=(NURSE, LEADER), found="x"), to=PLACE
    ).then_something()


def test_there_must_be_something_to_look_at() -> None:
    given(OPENED, LED_BY_PARTNER, WORKS_HERE).when(LOOK, to=PLACE).then_refused("panel.no_measure")


def test_once_measuring_is_taken_up_it_is_due_again_and_again() -> None:
    begin = BeginReviewing(unit="4w", since="2025-03-03")
    told = looking().when(begin, to=PLACE).then(panel.ReviewingBegun(unit="4w", review_by="2025-06-03"))
    (ball,) = told.balls(PLACE)
    assert (ball.holder, ball.owes, ball.to, ball.due) == ("role-team-leader", "review", "unit-4w", "2025-06-03")
    told = looking(begun()).when(LOOK, to=PLACE).then(reviewed("2025-06-03"))
    assert [one.due for one in told.balls(PLACE)] == ["2025-06-03"]


def test_the_terms_say_how_often() -> None:
    when = act(terms=Terms(data_review_days=30))
    looking(begun()).when(LOOK, when, to=PLACE).then(reviewed("2025-04-02"))


def test_a_review_entered_late_brings_the_next_one_no_sooner() -> None:
    told = looking(begun()).when(LOOK, to=PLACE).then_something()
    late = act(day="2025-02-10", occurred="2025-02-10")
    told = told.when(Review(unit="4w", who=LOOK.who, found="And in February"), late, to=PLACE).then_something()
    assert [one.due for one in told.balls(PLACE)] == ["2025-06-03"]


def test_nothing_is_owed_where_it_is_not_taken_up_or_nothing_is_measured() -> None:
    assert looking().balls(PLACE) == ()
    assert given(OPENED, begun()).balls(PLACE) == ()
    ended = looking(begun()).when(EndReviewing(), to=PLACE).then(panel.ReviewingEnded())
    assert ended.balls(PLACE) == ()
    looking().when(EndReviewing(), to=PLACE).then_nothing()


def test_the_clock_notes_once_that_nobody_looked() -> None:
    command = FallDue(owes="review", due="2025-05-06")
    told = looking(begun()).when(command, by_clock("2025-05-07"), to=PLACE)
    told.then(panel.FellDue(owes="review", due="2025-05-06", holder="role-team-leader"))
    looking(begun()).when(command, to=PLACE).then_refused("only_the_clock")


def test_the_words_of_the_last_review_are_put_right() -> None:
    told = looking((PLACE, reviewed(None))).when(Correct(part="found", text="Fewer falls"), to=PLACE)
    after = told.then(panel.Corrected(part="found", text="Fewer falls")).state(PLACE)
    assert after.reviews[0].found.part == "text"
    assert [one.of for one in after.corrections] == ["found"]
    looking().when(Correct(part="found", text="x"), to=PLACE).then_refused("nothing_to_correct")


class _Seen:
    def __init__(self, told: Given) -> None:
        self._told = told

    def state(self, stream: str) -> object:
        return self._told.state(stream)


def _follows(event: u.Happened, told: Given) -> tuple[Wish, ...]:
    head = Header(stream="unit-4w", version=2, name=event.NAME, v=1, by=By("person"), via="page", salt=b"")
    return react(Fact(9, "4w", 9, moment_of("2025-03-03"), head, event), _Seen(told.given(event)))


def test_a_unit_that_takes_up_measuring_is_asked_to_look_and_one_that_sets_it_aside_is_not() -> None:
    taken = u.PracticeAdopted(practice="measures", since="2025-02-03")
    assert _follows(taken, looking()) == (Wish(None, BeginReviewing(unit="4w", since="2025-02-03")),)
    assert _follows(u.PracticeAdopted(practice="rounds", since="2025-02-03"), looking()) == ()
    ended = u.PracticeEnded(practice="measures", since="2025-03-03")
    assert _follows(ended, looking(begun())) == (Wish(PLACE, EndReviewing()),)
    assert _follows(u.Closed(), given(OPENED)) == ()
    assert _follows(u.Closed(), looking(begun())) == (Wish(PLACE, EndReviewing()),)
    assert _follows(u.Reopened(), looking(taken)) == (Wish(None, BeginReviewing(unit="4w", since="2025-03-03")),)
    assert _follows(u.Reopened(), looking()) == ()


def test_the_hospital_looks_at_its_own_from_its_first_measure_on() -> None:
    place, added = panel.stream_of(None), panel.MeasureAdded(unit=None, measure=the("measure"))
    told = given((place, added))
    (wish,) = reactions(told, place, added)
    assert isinstance(wish.command, panel.BeginReviewing)
    assert wish.command.unit is None
    begun = told.when(panel.BeginReviewing(since=TODAY), by_clock()).then_something()
    (ball,) = begun.balls(place)
    assert (ball.holder, ball.owes, ball.to) == ("role-quality-director", "review", None)
    assert reactions(begun, place, added) == ()
