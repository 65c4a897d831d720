"""Conduct by the path of a just culture: the house first, then the act; what came of it, and who spoke, has no place here."""

import re

import msgspec
import pytest

from tests.given import LEADER, NURSE, Given, act, by_clock, given, the
from workflows.conduct import NOUN
from workflows.conduct import commands as c
from workflows.conduct import events as e

CONDUCT = the("conduct")
NAMES_NOBODY = ("concern", "issue", "voice", "barrier", "outcome", "harm", "reporter", "about")


def opened(*more: e.Happened) -> Given:
    first = e.Opened(person=NURSE, did="Hung it alone", unit=None, holder="role-professionalism-lead", due="2025-03-17")
    return given(first, *more)


@pytest.mark.parametrize("kind", [*NOUN.commands, *NOUN.events])
def test_no_field_leads_to_a_voice_or_to_what_came_of_it(kind: type[msgspec.Struct]) -> None:
    described = msgspec.inspect.type_info(kind)
    assert isinstance(described, msgspec.inspect.StructType)
    assert not {field.name for field in described.fields} & set(NAMES_NOBODY)
    for pattern in re.findall(r"pattern='([^']*)'", str(described.fields)):
        assert not re.search("concern|issue|voice", pattern), pattern


def test_whom_it_is_about_is_sealed_and_it_lies_with_a_role() -> None:
    told = given().when(c.Open(person=NURSE, did="Hung it alone")).then_something()
    state = told.state(the("conduct", 1_000))
    assert (state.person.part, state.unit) == ("person", None)
    (ball,) = told.balls(the("conduct", 1_000))
    assert (ball.holder, ball.owes, ball.to, ball.due) == ("role-professionalism-lead", "address", None, "2025-03-17")
    given().when(c.Open(person=LEADER, did="x"), act(who=LEADER)).then_refused("conduct.not_about_oneself")


@pytest.mark.parametrize(
    ("behaviour", "response"), [("slip", "console"), ("risk", "coach"), ("reckless", "discipline")]
)
def test_the_house_is_looked_at_first_and_what_follows_follows_from_the_act(
    behaviour: c.Behaviour, response: c.Response
) -> None:
    judge = c.Judge(behaviour=behaviour, why="Nobody was free to be the second")
    opened().when(judge).then_refused("conduct.house_first")
    looked = opened().when(c.LookAtHouse(found="One nurse for nine patients")).then_something()
    judged = looked.when(judge).then(e.Judged(behaviour=behaviour, response=response, why=judge.why))
    judged.when(c.LookAtHouse(found="x")).then_refused("conduct.judged_already")
    judged.when(c.Close()).then_refused("conduct.follow_first")
    done = judged.when(c.Follow(note="We talked")).then_something()
    assert done.balls(CONDUCT) == ()
    closed = done.when(c.Close()).then(e.Closed())
    closed.when(c.Correct(text="x")).then_refused("conduct.ended")


def test_it_is_withdrawn_put_right_and_noted_when_it_is_late() -> None:
    opened().when(c.Follow(note="x")).then_refused("conduct.judge_first")
    assert opened().when(c.Correct(text="Hung it")).then_something().state(CONDUCT).did.part == "text"
    gone = opened().when(c.Withdraw(why="It was the pump")).then_something()
    assert gone.balls(CONDUCT) == ()
    late = c.FallDue(owes="address", due="2025-03-17")
    opened().when(late, by_clock("2025-03-17")).then_refused("nothing_fell_due")
    opened().when(late, by_clock("2025-03-18")).then_something()
