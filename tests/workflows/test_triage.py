"""The first look at a concern: one question, and what follows from its answer."""

import pytest

from tests.given import LEADER, act, given
from tests.workflows.test_policies import reactions
from tests.workflows.told import CONCERN, OPENED, answered, delivered, raised
from workflows.concern import commands as c
from workflows.concern import events as e
from workflows.concern.commands import Route
from workflows.kernel.grammar import Act
from workflows.kernel.terms import Terms

SUPERVISOR = "role-house-supervisor"


def by_policy() -> Act:
    return act("policy", None, via="clock")


@pytest.mark.parametrize("route", ["event", "complaint", "concern"])
def test_the_first_look_says_what_it_is_and_leaves_it_where_it_lies(route: Route) -> None:
    told = given(raised()).when(c.Triage(route=route)).then(e.Triaged(route=route, holder=None, due=None))
    assert told.state(CONCERN).voice.route == route
    assert [(ball.holder, ball.due) for ball in told.balls(CONCERN)] == [("unit-4w", "2025-02-13")]


def test_danger_is_on_the_desk_of_whoever_is_on_call_and_due_today() -> None:
    told = (
        given(raised())
        .when(c.Triage(route="danger"))
        .then(e.Triaged(route="danger", holder=SUPERVISOR, due="2025-03-03"))
    )
    assert [(ball.holder, ball.owes, ball.due) for ball in told.balls(CONCERN)] == [
        (SUPERVISOR, "answer", "2025-03-03")
    ]


def test_a_unit_may_have_somebody_else_on_call() -> None:
    terms = Terms(units={"4w": {"on_call": "person-charge", "answer_days": 3}})
    told = given(raised()).when(c.Triage(route="danger"), act(terms=terms)).then_something()
    assert told.state(CONCERN).voice.answerer == "person-charge"


def test_danger_that_was_none_goes_back_to_the_unit_with_its_usual_time() -> None:
    told = given(raised(), e.Triaged(route="danger", holder=SUPERVISOR, due="2025-02-03"))
    told.when(c.Triage(route="concern")).then(e.Triaged(route="concern", holder="unit-4w", due="2025-03-13"))


def test_a_slip_is_said_again_as_it_should_be() -> None:
    told = given(raised(), e.Triaged(route="event", holder=None, due=None))
    told.when(c.Triage(route="complaint")).then(e.Triaged(route="complaint", holder=None, due=None))


def test_what_is_answered_already_is_only_named() -> None:
    told = given(raised(), answered()).when(c.Triage(route="danger"))
    told.then(e.Triaged(route="danger", holder=None, due=None))


def test_the_number_of_the_event_system_is_noted_and_can_be_put_right() -> None:
    told = given(raised()).when(c.LinkEvent(number="E-2025-118")).then(e.EventLinked(number="E-2025-118"))
    again = told.when(c.LinkEvent(number="E-2025-119")).then(e.EventLinked(number="E-2025-119"))
    assert again.state(CONCERN).voice.event == "E-2025-119"


def test_a_complaint_that_was_settled_on_the_spot_has_its_answer_and_was_told() -> None:
    told = given(raised(), e.Triaged(route="complaint", holder=None, due=None))
    told.when(c.Settle(did="The drain was explained at the bed")).then(
        answered(answer="The drain was explained at the bed", holder=LEADER, due="2025-03-06"),
        e.Delivered(how="in_person", day="2025-03-03", due="2025-03-17"),
    )


def test_only_a_complaint_is_settled() -> None:
    given(raised()).when(c.Settle(did="x")).then_refused("concern.no_complaint")


def test_what_has_its_answer_is_not_settled_again() -> None:
    told = given(raised(), e.Triaged(route="complaint", holder=None, due=None), answered(), delivered())
    told.when(c.Settle(did="x")).then_refused("concern.already_answered")


def test_what_nobody_said_cannot_be_looked_at() -> None:
    given(OPENED).when(c.Triage(route="event"), to=CONCERN).then_refused("unknown", what="concern")


def test_nobody_calls_by_hand() -> None:
    given(raised()).when(c.Page()).then_refused("only_the_clock")


def test_whoever_is_on_call_is_called_once() -> None:
    told = given(raised(urgent=True)).when(c.Page(), by_policy()).then(e.Paged(holder=SUPERVISOR))
    told.when(c.Page(), by_policy()).then_nothing()


@pytest.mark.parametrize("event", [raised(urgent=True), e.Triaged(route="danger", holder=SUPERVISOR, due="2025-03-03")])
def test_what_cannot_wait_has_somebody_called(event: e.Raised | e.Triaged) -> None:
    wishes = reactions(given(raised()), CONCERN, event)
    assert [(wish.stream, wish.command) for wish in wishes] == [(CONCERN, c.Page())]


@pytest.mark.parametrize(
    "event",
    [
        raised(),
        raised(urgent=True, speaker="anonymous"),
        e.Triaged(route="complaint", holder=None, due=None),
    ],
)
def test_nobody_is_called_for_what_can_wait_or_was_called_for_while_it_waited(event: e.Raised | e.Triaged) -> None:
    assert reactions(given(raised()), CONCERN, event) == ()


def test_a_matter_of_respect_goes_to_those_who_see_to_it_and_leaves_its_unit() -> None:
    told = (
        given(raised())
        .when(c.Triage(route="respect"))
        .then(e.Triaged(route="respect", holder="role-professionalism-lead", due="2025-03-05"))
    )
    assert told.state(CONCERN).unit is None
    back = told.when(c.Triage(route="concern")).then(e.Triaged(route="concern", holder="unit-4w", due="2025-03-13"))
    assert back.state(CONCERN).unit == "4w"


def test_what_is_listed_for_all_to_see_is_taken_out_first() -> None:
    given(raised(), e.Listed(issue="issue-x")).when(c.Triage(route="respect")).then_refused("concern.already_listed")
