"""A deputy has the rights of the role while they stand in for it, and acts as a deputy."""

from services.clerk import holding
from tests.trust.conftest import Small
from workflows.concern.commands import Answer, Raise
from workflows.kernel.grammar import Refused
from workflows.rounds.commands import Schedule
from workflows.unit.commands import Appoint, Deputise, Dismiss

PARTNER = "executive_partner"


def _standing_in(small: Small, *, role: str = PARTNER) -> Deputise:
    """From tomorrow for two days; today is 2 March 2026."""
    return Deputise(person=small.stranger, role=role, since="2026-03-03", until="2026-03-04")


def test_the_rights_begin_and_end_with_the_days(small: Small) -> None:
    small.tells(small.leader, _standing_in(small), "unit-4-west")
    may = []
    for _ in range(4):
        told = small.asks(small.stranger, Schedule(unit="4-west", day="2099-01-01"))
        may.append(not isinstance(told, Refused))
        small.days_pass(1)
    assert may == [False, True, True, False]


def test_what_a_deputy_does_is_done_as_a_deputy(small: Small) -> None:
    small.tells(small.leader, _standing_in(small), "unit-4-west")
    voice = small.does(small.nurse, Raise(unit="4-west", what="No lift."))
    small.days_pass(1)
    answer = small.tells(small.stranger, Answer(answer="It comes on Friday.", outcome="done"), voice)
    (row,) = small.house.ledger.rows(answer.first - 1, 1)
    by = small.house.clerk.mapper.fact(row).head.by
    assert (by.id, by.capacity) == (small.stranger, "deputy_executive_partner")
    assert small.house.clerk.memory.get("unit-4-west").state.partner is None


def test_the_deputy_of_a_leader_answers_for_the_unit(small: Small) -> None:
    small.tells(small.leader, _standing_in(small, role="team_leader"), "unit-4-west")
    small.days_pass(1)
    deputy = small.house.rights.actor(small.stranger)
    assert holding.holds(deputy, "unit-4-west", "4-west")
    assert holding.holds(deputy, "role-team-leader", "4-west")
    assert {"unit-4-west", "role-team-leader"} <= set(holding.holders(deputy))


def test_a_partner_names_a_deputy_for_their_own_role_and_for_no_other(small: Small) -> None:
    dana = small.somebody("Dana Cole", PARTNER, "4-west")
    small.tells(dana, _standing_in(small), "unit-4-west")
    other = small.asks(dana, _standing_in(small, role="team_leader"), "unit-4-west")
    assert other == Refused("deputy.of_ones_own")
    assert small.asks(dana, _standing_in(small), "unit-icu") == Refused("forbidden")


def test_a_deputy_names_no_deputy(small: Small) -> None:
    dana = small.somebody("Dana Cole", PARTNER, "4-west")
    small.tells(dana, _standing_in(small), "unit-4-west")
    small.days_pass(1)
    onward = Deputise(person=small.nurse, role=PARTNER, since="2026-03-03", until="2026-03-04")
    assert small.asks(small.stranger, onward, "unit-4-west") == Refused("deputy.of_ones_own")


def test_nobody_gives_themselves_a_role(small: Small) -> None:
    for command in (
        Appoint(person=small.leader, role=PARTNER, since="2026-03-02"),
        Deputise(person=small.leader, role=PARTNER, since="2026-03-02", until="2026-03-04"),
    ):
        assert small.asks(small.leader, command, "unit-4-west") == Refused("role_for_oneself")


def test_it_can_be_ended_before_its_day(small: Small) -> None:
    small.tells(small.leader, _standing_in(small), "unit-4-west")
    small.days_pass(1)
    small.tells(small.leader, Dismiss(person=small.stranger, role=PARTNER), "unit-4-west")
    told = small.asks(small.stranger, Schedule(unit="4-west", day="2099-01-01"))
    assert told == Refused("forbidden")
