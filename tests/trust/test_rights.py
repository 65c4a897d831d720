"""One table, one question: nothing is allowed that no line of it allows."""

import time

import pytest

from services.clerk.access import Access, Actor, Resource, RoleTerms, actions, load
from tests.trust.conftest import Small
from workflows.barrier.commands import Accept, ClaimRemoved, Log
from workflows.concern.commands import Merge, Raise
from workflows.hospital import commands as hospital
from workflows.issue.commands import List
from workflows.kernel.grammar import Refused
from workflows.promise.commands import Make
from workflows.unit.commands import Appoint

ROLES = load()


def test_nobody_may_do_anything() -> None:
    access = Access(ROLES)
    assert not any(access.authorize(Actor(None, frozenset()), action, Resource(None)) for action in actions())


def test_a_pattern_that_allows_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing that can be done"):
        Access({"nurse": RoleTerms("Nurse", "unit", ("concern.shout",))})


def test_the_question_takes_less_than_twenty_microseconds() -> None:
    access, actor = (
        Access(ROLES),
        Actor("person-x", frozenset({("front_line", "icu"), ("cno", None), ("member", None)})),
    )
    resource = Resource("4-west", frozenset({"holder"}))
    rounds = []
    for _ in range(50):
        began = time.perf_counter()
        for _ in range(200):
            access.authorize(actor, "barrier.verify", resource)
        rounds.append((time.perf_counter() - began) / 200)
    assert sorted(rounds)[len(rounds) // 2] < 20e-6


def test_a_stranger_may_do_nothing_in_another_unit(small: Small) -> None:
    assert small.asks(small.stranger, List(unit="4-west", title="Not mine.")) == Refused("forbidden")


def test_what_one_may_not_see_one_cannot_name(small: Small) -> None:
    """A leader of another unit who knows an id takes nothing over by it, answers nobody and holds nothing up."""
    other = small.somebody("Ada Brook", "team_leader", "icu")
    voice = small.does(small.nurse, Raise(unit="4-west", what="No lift."))
    issue = small.does(small.leader, List(unit="4-west", title="No lift."))
    theirs = small.does(other, Raise(unit="icu", what="No lift here."))
    for command, to in (
        (List(unit="icu", title="Mine.", from_concern=voice), None),
        (Log(unit="icu", what="In your way.", issues=(issue,)), None),
        (Merge(issue=issue), theirs),
        (Make(unit="icu", holder=other, to=other, what="It.", due="2099-01-01", about=issue), None),
    ):
        assert isinstance(told := small.asks(other, command, to), Refused), command
        assert told.key == "unknown"


def test_a_role_counts_where_it_is_held(small: Small) -> None:
    other = small.somebody("Ada Brook", "team_leader", "icu")
    barrier = small.does(small.leader, Log(unit="4-west", what="Money.", holder="role-team-leader"))
    assert small.asks(other, ClaimRemoved(evidence="There."), barrier) == Refused("forbidden")
    assert not small.house.rights.sees(small.house.rights.actor(other), barrier)
    small.does(small.leader, Accept(), barrier)


@pytest.mark.parametrize("role", ["cno", "quality_director", "clock", "operator", "speaker", "holder", "nobody_knows"])
def test_a_leader_gives_only_the_roles_of_a_unit(small: Small, role: str) -> None:
    told = small.asks(small.leader, Appoint(person=small.leader, role=role, since="2026-01-01"), "unit-4-west")
    assert told == Refused("role_held_elsewhere", {"role": role})


@pytest.mark.parametrize("role", ["team_leader", "clock", "operator", "speaker"])
def test_the_hospital_gives_only_its_own_roles(small: Small, role: str) -> None:
    director = small.house.people.add("Ines Moreau").id
    small.operates(hospital.Appoint(person=director, role="quality_director", since="2026-01-01"), "hospital")
    told = small.asks(director, hospital.Appoint(person=director, role=role, since="2026-01-01"), "hospital")
    assert told == Refused("role_held_elsewhere", {"role": role})


def test_the_holder_may_act_where_the_ball_lies_and_nowhere_else(small: Small) -> None:
    voice = small.does(small.nurse, Raise(unit="4-west", what="No lift."))
    issue = small.does(small.leader, List(unit="4-west", title="No lift.", from_concern=voice))
    mine = small.does(small.leader, Log(unit="4-west", what="Money.", issues=(issue,), holder=small.stranger))
    other = small.does(small.leader, Log(unit="4-west", what="Space.", issues=(issue,), holder=small.leader))
    small.does(small.stranger, Accept(), mine)
    assert small.asks(small.stranger, ClaimRemoved(evidence="There."), other) == Refused("forbidden")
