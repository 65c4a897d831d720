"""Somebody stands in for a role: from a day, until a day, and is never counted as holding it."""

import pytest

from tests.given import LEADER, PARTNER, given
from tests.workflows.told import LED_BY_PARTNER, OPENED
from workflows.hospital import commands as hc
from workflows.hospital import events as he
from workflows.kernel.deputies import Deputy
from workflows.unit import commands as c
from workflows.unit import events as e

UNIT, HOUSE = "unit-4w", "hospital"
ROLE = "executive_partner"
BEGUN = he.Opened(slug="alder-creek", name="Alder Creek", zone="America/Chicago")


def test_a_deputy_stands_in_and_the_partner_stays_the_partner() -> None:
    command = c.Deputise(person=LEADER, role=ROLE, since="2099-03-01", until="2099-03-14")
    named = given(OPENED, (UNIT, LED_BY_PARTNER)).when(command)
    after = named.then(e.Deputised(person=LEADER, role=ROLE, since="2099-03-01", until="2099-03-14"))
    assert after.state(UNIT).partner == PARTNER
    assert after.state(UNIT).deputies == (Deputy(LEADER, ROLE, "2099-03-01", "2099-03-14"),)
    after.when(command).then_nothing()


@pytest.mark.parametrize(
    ("day", "there"), [("2099-02-28", False), ("2099-03-01", True), ("2099-03-14", True), ("2099-03-15", False)]
)
def test_both_days_are_included_and_it_ends_by_itself(day: str, there: bool) -> None:
    assert Deputy(LEADER, ROLE, "2099-03-01", "2099-03-14").stands_in(day) is there


def test_other_days_take_the_place_of_the_first_and_it_can_end_before_its_day() -> None:
    first = c.Deputise(person=LEADER, role=ROLE, since="2099-03-01", until="2099-03-14")
    longer = c.Deputise(person=LEADER, role=ROLE, since="2099-03-01", until="2099-03-21")
    twice = given(OPENED).when(first).then_something().when(longer).then_something()
    assert [one.until for one in twice.state(UNIT).deputies] == ["2099-03-21"]
    ended = twice.when(c.Dismiss(person=LEADER, role=ROLE)).then(e.DeputyEnded(person=LEADER, role=ROLE))
    assert ended.state(UNIT).deputies == ()


def test_nobody_is_their_own_deputy_and_none_ends_before_it_begins() -> None:
    told = given(OPENED, (UNIT, LED_BY_PARTNER))
    own = c.Deputise(person=PARTNER, role=ROLE, since="2099-03-01", until="2099-03-14")
    told.when(own).then_refused("deputy.holds_it")
    for since, until in (("2099-03-02", "2099-03-01"), ("2001-03-01", "2001-03-02")):
        late = c.Deputise(person=LEADER, role=ROLE, since=since, until=until)
        told.when(late).then_refused("deputy.ends_before", day=until)


def test_in_the_hospital_too() -> None:
    command = hc.Deputise(person=LEADER, role="cno", since="2099-03-01", until="2099-03-14")
    after = given((HOUSE, BEGUN)).when(command).then_something()
    ended = after.when(hc.Dismiss(person=LEADER, role="cno"))
    assert ended.then(he.DeputyEnded(person=LEADER, role="cno")).state(HOUSE).deputies == ()
