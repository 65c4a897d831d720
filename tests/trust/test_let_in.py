"""Who is let in as a surveyor comes from outside: nobody lets themselves in, whoever works here reads no more by it, and it is
given to nobody for good."""

import pytest

from tests.trust.conftest import Small
from workflows.hospital.commands import Appoint, Deputise, ReceiveSurveyor
from workflows.kernel.grammar import Refused


@pytest.fixture
def ada(small: Small) -> str:
    """She sets accounts up, and reads nothing of what was said."""
    person = small.house.people.add("Ada Admin").id
    small.operates(Appoint(person=person, role="administrator", since="2026-01-01"), "hospital")
    return person


def test_nobody_lets_themselves_in(small: Small, ada: str) -> None:
    assert small.asks(ada, ReceiveSurveyor(person=ada, hours=120), "hospital") == Refused("role_for_oneself")
    assert not small.house.rights.may(small.house.rights.actor(ada), "read.board", "icu")


def test_whoever_works_here_is_no_guest(small: Small, ada: str) -> None:
    refused = small.asks(ada, ReceiveSurveyor(person=small.nurse, hours=4), "hospital")
    assert refused == Refused("surveyor.works_here")
    assert not small.house.rights.may(small.house.rights.actor(small.nurse), "read.board", "icu")


def test_a_guest_is_let_in_again_and_never_for_good(small: Small, ada: str) -> None:
    guest = small.house.people.add("Sol Vega").id
    for hours in (2, 8):
        small.does(ada, ReceiveSurveyor(person=guest, hours=hours), "hospital")
    for lasting in (
        Appoint(person=guest, role="surveyor", since="2026-01-01"),
        Deputise(person=guest, role="surveyor", since="2026-03-02", until="2026-12-31"),
    ):
        assert small.asks(ada, lasting, "hospital") == Refused("surveyor.for_hours")
    small.moment += 9 * 3_600_000_000
    assert small.house.rights.is_over(guest)
