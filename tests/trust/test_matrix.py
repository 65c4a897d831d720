"""Every role × action × unit × hospital: what `authorize` says is what is written in `tests/cases/rights.txt`, cell by cell."""

from itertools import product

import pytest

from services.clerk.access import GIVEN, Access, Actor, Resource, actions, load
from tests.trust.rights import expected
from workflows.kernel.roles import as_deputy

ROLES = load()
ACCESS = Access(ROLES)
EXPECTED = expected()
ACTIONS = sorted(set(EXPECTED) & set(actions()))
OWN, OTHER, HOSPITAL = "4-west", "icu", None


def test_every_action_has_its_line_and_every_line_its_action() -> None:
    assert sorted(EXPECTED) == sorted(actions()), (
        "whoever adds an action writes in tests/cases/rights.txt who may do it"
    )
    named = {who for line in EXPECTED.values() for who in line}
    assert named | {"association"} == set(ROLES), "the association reads nothing here"


@pytest.mark.parametrize("role", [name for name, terms in ROLES.items() if terms.held != "relation"])
@pytest.mark.parametrize("deputy", [False, True], ids=["", "deputy"])
def test_every_cell_of_a_role(role: str, deputy: bool) -> None:
    """Held in a unit it counts there and nowhere else; held in the hospital it counts everywhere; a deputy's like it."""
    held_by_people = ROLES[role].held in GIVEN
    called = as_deputy(role) if deputy else role
    for held_in, asked_in, action in product((OWN, HOSPITAL), (OWN, OTHER, HOSPITAL), ACTIONS):
        actor = Actor("person-x", frozenset({(called, held_in)}))
        counts = (held_in is HOSPITAL or held_in == asked_in) and (held_by_people or not deputy)
        may = counts and role in EXPECTED[action]
        assert ACCESS.authorize(actor, action, Resource(asked_in)) is may, (called, held_in, asked_in, action)


@pytest.mark.parametrize("relation", [name for name, terms in ROLES.items() if terms.held == "relation"])
def test_every_cell_of_a_relation(relation: str) -> None:
    """It counts where it holds, whoever somebody is otherwise; and nobody is given it as a role."""
    for asked_in, action in product((OWN, HOSPITAL), ACTIONS):
        stranger = Actor("person-x", frozenset())
        may = relation in EXPECTED[action]
        assert ACCESS.authorize(stranger, action, Resource(asked_in, frozenset({relation}))) is may, action
        assert not ACCESS.authorize(stranger, action, Resource(asked_in))
    assert not ACCESS.is_held(relation, "unit")
    assert not ACCESS.is_held(relation, "hospital")


def test_two_roles_may_what_either_may_and_no_more() -> None:
    for first, second, action in product(ROLES, ROLES, ACTIONS):
        both = Actor("person-x", frozenset({(first, OWN), (second, OWN)}))
        may = bool({first, second} & EXPECTED[action])
        assert ACCESS.authorize(both, action, Resource(OWN)) is may, (first, second, action)
