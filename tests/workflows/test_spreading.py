"""What one unit found is offered to another, which says in its own words how it does it, or why not."""

import pytest

from tests.given import LEADER, Given, act, given, the
from tests.workflows.told import ICU, OPENED
from workflows.kernel.grammar import Command
from workflows.learning import events as e
from workflows.promise import commands as c
from workflows.promise import events as p
from workflows.standard import events as s
from workflows.standard.commands import stream_of
from workflows.standard.state import InPlace

LEARNING, WAY = the("learning"), the("standard")
TOLD = e.Told(unit="4w", what="x", lesson="x")
SHARED = e.Shared(to=None, how=None)
OFFER = c.Offer(unit="4w", about=LEARNING, to_unit="icu", why="You hang as many bags as we do")
DECLARED = s.Attested(
    unit=None,
    item="way",
    person=None,
    of=None,
    words="x",
    more=None,
    marks=("habit", "who_gives_care"),
    owner=None,
    day=None,
    evidence=(),
    keeper="role-quality-director",
    renew_by=None,
    few=False,
)


def offering(about: str = LEARNING) -> Given:
    made = p.Made(
        unit="icu",
        kind="spread",
        holder="unit-icu",
        to="unit-4w",
        what="x",
        due="2025-04-02",
        about=about,
        money=None,
        work=None,
    )
    return given(OPENED, ICU, TOLD, SHARED, DECLARED, made)


def test_an_offer_lies_with_the_other_unit() -> None:
    told = given(OPENED, ICU, TOLD, SHARED).when(OFFER).then_something()
    (promise,) = [one for one in told.house.states if one.startswith("promise-")]
    (ball,) = told.balls(promise)
    assert (ball.holder, ball.to, ball.due) == ("unit-icu", "unit-4w", "2025-04-02")
    assert told.state(promise).unit == "icu"


@pytest.mark.parametrize(
    ("offer", "key"),
    [
        (c.Offer(unit="icu", about=LEARNING, to_unit="icu", why="x"), "promise.to_another_unit"),
        (c.Offer(about=WAY, to_unit="icu", why="x"), "unknown"),
        (c.Offer(about=LEARNING, to_unit="ed", why="x"), "unit.unknown"),
        (c.Make(kind="spread", holder="unit-icu", to="unit-4w", what="x", due="2025-05-01"), "promise.offer_it"),
    ],
)
def test_only_a_lesson_is_offered_and_only_to_another_unit(offer: Command, key: str) -> None:
    given(OPENED, ICU, TOLD, SHARED).when(offer).then_refused(key)


def test_what_stands_in_no_library_is_not_offered() -> None:
    given(OPENED, ICU, TOLD).when(OFFER).then_refused("promise.nothing_to_spread")


def test_a_yes_says_how_and_a_no_says_why() -> None:
    offering().when(c.Grant()).then_refused("promise.say_how")
    offering().when(c.Grant(words="Two drawers, red and blue")).then(
        p.Granted(money=None, words="Two drawers, red and blue")
    )
    offering().when(c.Refuse(reason="We hang none")).then(p.Refused(reason="We hang none", instead=None))


def test_a_way_that_is_taken_up_is_attested_in_the_same_breath() -> None:
    told = offering(WAY).when(c.Grant(words="At seven and at nineteen"), act(who=LEADER)).then_something()
    taken_up = told.state(stream_of("way_adopted", "icu", None, WAY))
    assert isinstance(taken_up, InPlace)
    assert taken_up.standard.unit == "icu"
    no = offering(WAY).when(c.Refuse(reason="Too few of us at night")).then_something()
    assert stream_of("way_adopted", "icu", None, WAY) not in no.house.states
