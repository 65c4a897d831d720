"""Rights are changed here and there, and never so that somebody reads what was told in confidence, gains power over others, or
that nobody is left who can put it right."""

import json
from collections.abc import Callable

import pytest

from services.clerk.access import Actor, load
from services.clerk.asking import Told
from services.clerk.granting import GUARDED, KEPT, NO_MORE, Grant, may, may_be_given, of_people, table
from services.clerk.reception import Call
from tests.trust.conftest import Small
from workflows.hospital.commands import AdoptSetting, Appoint
from workflows.issue.commands import List
from workflows.kernel.grammar import Refused

Adopts = Callable[..., Told | Refused]


@pytest.fixture
def ines(small: Small) -> str:
    person = small.house.people.add("Ines Moreau").id
    small.operates(Appoint(person=person, role="quality_director", since="2026-01-01"), "hospital")
    return person


@pytest.fixture
def adopts(small: Small, ines: str) -> Adopts:
    def adopted(rights: object, by: str = ines) -> Told | Refused:
        digest = small.house.attachments.put(json.dumps(rights).encode())
        return small.asks(by, AdoptSetting(setting="rights", digest=digest, reason="We agreed so."), "hospital")

    return adopted


def test_what_is_given_counts_at_once_and_ends_with_the_document(small: Small, adopts: Adopts) -> None:
    asked = List(unit="4-west", title="No lift.")
    assert small.asks(small.nurse, asked) == Refused("forbidden")
    assert isinstance(adopts({"front_line": {"also": ["issue.list"], "without": ["concern.fix"]}}), Told)
    small.does(small.nurse, asked)
    nurse = small.house.rights.actor(small.nurse)
    assert not small.house.rights.may(nurse, "concern.fix", "4-west")
    assert not small.house.rights.may(nurse, "issue.list", "icu"), "where the role is held, and nowhere else"
    assert isinstance(adopts({}), Told)
    assert small.asks(small.nurse, List(unit="4-west", title="No gowns.")) == Refused("forbidden")


@pytest.mark.parametrize(
    ("rights", "key"),
    [
        ({"front_line": {"also": ["read.respect"]}}, "rights.guarded"),
        ({"executive": {"also": ["read.trail"]}}, "rights.guarded"),
        ({"chief": {"also": ["concern.hide"]}}, "rights.guarded"),
        ({"unit_champion": {"also": ["unit.appoint"]}}, "rights.guarded"),
        ({"own_eyes": {"title": "Own eyes", "held": "hospital", "also": ["read.privileged"]}}, "rights.guarded"),
        ({"executive": {"also": ["subject.carry_out"]}}, "rights.guarded"),
        ({"association": {"also": ["read.issue"]}}, "rights.no_more"),
        ({"administrator": {"also": ["read.board"]}}, "rights.no_more"),
        ({"privacy_officer": {"also": ["read.issue"]}}, "rights.no_more"),
        ({"executive_assistant": {"also": ["read.answers"]}}, "rights.no_more"),
        ({"clock": {"without": ["concern.fall_due"]}}, "rights.fixed"),
        ({"holder": {"also": ["read.board"]}}, "rights.fixed"),
        ({"speaker": {"without": ["concern.dispute"]}}, "rights.fixed"),
        ({"front_line": {"held": "hospital"}}, "rights.held"),
        ({"quality_director": {"without": ["hospital.adopt_setting"]}}, "rights.kept"),
        ({"front_line": {"without": ["read.answers"]}}, "rights.kept"),
        ({"quality_director": {"without": ["identity.ask"]}, "counsel": {"without": ["hold.place"]}}, "rights.nobody"),
        ({"quality_director": {"also": ["read.subjects"]}}, "rights.guarded"),
        ({"own": {"title": "Quality Director", "held": "unit"}}, "setting.said_twice"),
        ({"own": {"held": "unit"}}, "rights.own_role"),
        ({"own": {"title": "Own", "held": "unit", "also": ["issue.shout"]}}, "rights.unknown"),
        ({"deputy_own": {"title": "Own", "held": "unit"}}, "document.unknown"),
        ({"own": {"title": "Own", "held": "machine"}}, "document.unknown"),
    ],
)
def test_what_must_not_spread_or_go_is_refused(small: Small, adopts: Adopts, rights: object, key: str) -> None:
    before = small.house.ledger.head()
    told = adopts(rights)
    assert isinstance(told, Refused)
    assert told.key == key
    assert small.house.ledger.head() == before


def test_nobody_gives_more_rights_to_themselves(small: Small, ines: str, adopts: Adopts) -> None:
    """Nor as a deputy; what one gave up by another's hand one does not take back by one's own."""
    less = {"quality_director": {"without": ["issue.list"]}}
    assert isinstance(adopts(less), Told), "less is no power"
    told = adopts({})
    assert told == Refused("rights.for_oneself", {"role": "Quality director"})
    ada = small.house.people.add("Ada Admin").id
    small.operates(Appoint(person=ada, role="administrator", since="2026-01-01"), "hospital")
    assert isinstance(adopts({}, ada), Told)
    assert adopts({"front_line": {"also": ["issue.list"]}}, small.leader) == Refused("forbidden")


def test_a_role_of_ones_own_is_given_and_does_not_go_while_somebody_has_it(small: Small, adopts: Adopts) -> None:
    own = {"midwife": {"title": "Midwife", "held": "unit", "also": ["read.board", "issue.list"]}}
    assert isinstance(adopts(own), Told)
    kim = small.somebody("Kim Tran", "midwife", "4-west")
    small.does(kim, List(unit="4-west", title="No lift."))
    assert small.house.access.is_held("midwife", "unit")
    assert adopts({}) == Refused("rights.role_held", {"role": "Midwife"})


def test_without_a_quality_director_nothing_is_changed(small: Small) -> None:
    """Whoever changes it on the machine leaves somebody behind who can put it right."""
    digest = small.house.attachments.put(b'{"front_line": {"also": ["issue.list"]}}')
    command = AdoptSetting(setting="rights", digest=digest, reason="x")
    operator = Actor(None, frozenset({("operator", None)}), "operator")
    told = small.house.reception.ask(
        operator, command, Call(id="9b2f6d1e-8a55-4f6e-9a11-0d3b7f6c2a10", via="cli"), "hospital"
    )
    assert told == Refused("rights.no_director")


def test_an_older_document_that_says_more_gives_no_more() -> None:
    """What was adopted before a floor stood is held to it today; what is no action any more breaks nothing."""
    every = (*sorted(GUARDED), "issue.shout")
    greedy = {role: Grant(also=every, without=every) for role in load()}
    greedy |= {"own": Grant(title="Own", held="hospital", also=every)}
    ours, made = load(), table(greedy)
    for role, terms in made.items():
        came = may(ours[role]) if role in ours else frozenset()
        assert not may(terms) & GUARDED - came, role
        assert KEPT.get(role, frozenset()) <= may(terms), role
    for role in NO_MORE & of_people(ours).keys():
        assert may_be_given(role) == may(ours[role])
    assert made["clock"] == ours["clock"]
