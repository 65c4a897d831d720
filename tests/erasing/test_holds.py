"""What a legal hold keeps is not erased until it is lifted, and is seen to wait."""

import pytest

from services.erasing import asking
from services.erasing.carrying import carry_on, kept_by
from tests.erasing.conftest import Guarded
from tests.erasing.test_erasing import erase, found, sealed, spoken
from workflows.hold import Lift, Place
from workflows.kernel.grammar import Ref, Refused
from workflows.subject.commands import Redact


def hold_on(here: Guarded, what: str, voice: str) -> int:
    scope = {"about": {"about": voice}, "unit": {"unit": "4-west"}, "person": {"person": here.nurse}}[what]
    return here.tells(here.counsel, Place(reason="Doe against the hospital.", **scope)).first


@pytest.mark.parametrize("what", ["about", "unit", "person"])
def test_a_hold_stops_an_erasure_until_it_is_lifted(guarded: Guarded, what: str) -> None:
    voice = spoken(guarded)
    kept = sealed(guarded, voice)
    number = hold_on(guarded, what, voice)
    request = erase(guarded, voice)
    assert carry_on(guarded.house) == 0
    waiting = guarded.house.clerk.memory.get(request).state
    held = kept_by(guarded.house, waiting)
    assert waiting.waits
    assert held
    assert held.number == number
    assert found(guarded.directory, kept) == len(kept)
    guarded.does(guarded.counsel, Lift(hold=number, reason="Settled."))
    assert carry_on(guarded.house) == 1
    assert found(guarded.directory, kept) == 0


def test_a_hold_on_something_else_stops_nothing(guarded: Guarded) -> None:
    other, voice = spoken(guarded), spoken(guarded)
    hold_on(guarded, "about", other)
    guarded.does(guarded.counsel, Place(reason="Elsewhere.", unit="icu"))
    guarded.does(guarded.counsel, Place(reason="Somebody else.", person=guarded.stranger))
    erase(guarded, voice)
    assert carry_on(guarded.house) == 1


def test_of_two_holds_both_must_be_lifted(guarded: Guarded) -> None:
    voice = spoken(guarded)
    numbers = [hold_on(guarded, what, voice) for what in ("about", "unit")]
    erase(guarded, voice)
    for number in numbers:
        assert carry_on(guarded.house) == 0
        guarded.does(guarded.counsel, Lift(hold=number, reason="Settled."))
    assert carry_on(guarded.house) == 1


def test_a_held_text_is_redacted_for_its_readers_and_kept_for_the_court(guarded: Guarded) -> None:
    voice = spoken(guarded)
    first = guarded.house.ledger.stream_rows(voice)[0][0]
    hold_on(guarded, "about", voice)
    guarded.does(guarded.officer, Redact(about=voice, seq=first, part="what", text="[…]", reason="A name."))
    assert carry_on(guarded.house) == 0
    ref = Ref(first, "what")
    assert guarded.house.door.open([ref]) == {ref: "[…]"}
    assert (first, "what") in guarded.house.ledger.sealed([(first, "what")])


def test_who_is_held_stays_in_the_directory(guarded: Guarded) -> None:
    hold = hold_on(guarded, "person", "")
    actor = guarded.house.rights.actor(guarded.officer)
    assert asking.leave(guarded.house, actor, guarded.nurse, "law", guarded.counsel, entry=True) is None
    carry_on(guarded.house)
    assert guarded.house.people.person(guarded.nurse)
    guarded.does(guarded.counsel, Lift(hold=hold, reason="Settled."))
    carry_on(guarded.house)
    assert guarded.house.people.person(guarded.nurse) is None


def test_a_hold_covers_one_thing_is_lifted_once_and_by_counsel_alone(guarded: Guarded) -> None:
    voice = spoken(guarded)
    refused = guarded.asks(guarded.counsel, Place(reason="Both.", unit="4-west", about=voice))
    assert isinstance(refused, Refused)
    assert refused.key == "hold.covers_one"
    number = hold_on(guarded, "about", voice)
    for person in (guarded.officer, guarded.leader):
        told = guarded.asks(person, Lift(hold=number, reason="In the way."))
        assert isinstance(told, Refused)
        assert told.key == "forbidden"
    guarded.does(guarded.counsel, Lift(hold=number, reason="Settled."))
    assert guarded.tells(guarded.counsel, Lift(hold=number, reason="Settled.")).first == 0
    unknown = guarded.asks(guarded.counsel, Lift(hold=7, reason="Which?"))
    assert isinstance(unknown, Refused)
    assert unknown.key == "unknown"
