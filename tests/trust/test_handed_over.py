"""A voice that was found to be a matter of respect is there for those who see to it, and for whoever spoke; for nobody else."""

import pytest

from services.clerk.access import OPERATOR, Actor
from services.house import House
from tests.trust.conftest import Small
from workflows.concern.commands import Answer, Raise, Triage
from workflows.grievance.commands import Open
from workflows.hospital import commands as hospital
from workflows.kernel.grammar import Refused


@pytest.fixture
def lead(small: Small) -> str:
    person = small.house.people.add("Otis Reyes").id
    small.operates(hospital.Appoint(person=person, role="professionalism_lead", since="2026-01-01"), "hospital")
    return person


@pytest.fixture
def voice(small: Small) -> str:
    """Said by the nurse, found to be a matter of respect by the team leader."""
    voice = small.does(small.nurse, Raise(unit="4-west", what="He shouts at students"))
    small.does(small.leader, Triage(route="respect"), voice)
    return voice


def actor(small: Small, person: str) -> Actor:
    return small.house.rights.actor(person)


def on_the_board(house: House, unit: str) -> list[str]:
    house.reader.pull()
    with house.views.look() as look:
        board = look.board(unit)
    return [*(one.stream for one in board.voices), *(one.stream for one in board.owed)]


def test_it_is_gone_for_the_unit_and_its_leader_and_there_for_the_lead(small: Small, voice: str, lead: str) -> None:
    rights = small.house.rights
    for person in (small.leader, small.stranger):
        assert not rights.sees(actor(small, person), voice)
        assert not rights.may(actor(small, person), "read.issue", None, voice)
    assert not rights.sees(OPERATOR, voice)
    assert rights.sees(actor(small, lead), voice)
    assert rights.sees(actor(small, small.nurse), voice)
    assert on_the_board(small.house, "4-west") == []


def test_nobody_else_answers_it(small: Small, voice: str, lead: str) -> None:
    answer = Answer(answer="It is being dealt with", outcome="explained")
    refused = small.asks(small.leader, answer, voice)
    assert isinstance(refused, Refused)
    assert refused.key == "forbidden"
    small.does(lead, answer, voice)


def test_its_number_is_counted_nowhere(small: Small, voice: str) -> None:
    small.house.reader.pull()
    with small.house.views.look() as look:
        assert sum(look.counts(["4-west", ""])["4-west"].values()) == 0
        assert [one.stream for one in look.said([voice])] == [voice]


def test_a_slip_is_put_right_by_those_who_can_see_it(small: Small, voice: str, lead: str) -> None:
    small.does(lead, Triage(route="concern"), voice)
    assert small.house.rights.sees(actor(small, small.leader), voice)
    assert on_the_board(small.house, "4-west") != []


def test_whoever_is_walled_off_from_a_voice_is_walled_off_from_its_grievance(small: Small) -> None:
    voice = small.does(small.nurse, Raise(unit="4-west", what="The team leader was rude to my mother"))
    small.does(small.leader, Triage(route="complaint"), voice)
    grievance = small.does(small.leader, Open(unit="4-west", concern=voice, complaint="Rude to her mother"))
    assert small.house.rights.may(actor(small, small.leader), "read.grievances", "4-west", grievance)
    small.house.people.wall(voice, small.leader)
    walled = actor(small, small.leader)
    assert not small.house.rights.may(walled, "read.grievances", "4-west", grievance)
    assert not small.house.rights.sees(walled, grievance)
    small.house.reader.pull()
    with small.house.views.look(behind=walled.behind) as look:
        assert look.grievances(["4-west"]) == ()
