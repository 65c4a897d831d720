"""A respect incident that nobody sees to climbs, past whom it is about, and only whom it lies with reads it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.trust.test_restricted import Ward
from workflows.respect.commands import Report
from workflows.respect.events import Climbed

REPORT = Report(kind="colleague", what="He shouted at the new nurse.", unit="4-west")
LEAD, CNO, CEO = "role-professionalism-lead", "role-cno", "role-ceo"


class Led(Ward):
    """A ward whose hospital has somebody on each rung."""

    def __init__(self, directory: Path) -> None:
        super().__init__(directory)
        self.nursing = self.leads("Cora Nunn", "cno")
        self.chief = self.leads("Edda Ost", "ceo")

    def climbed(self, stream: str) -> list[tuple[str, str, str]]:
        events = [fact.event for fact in self.facts(stream)]
        return [(one.day, one.below, one.to) for one in events if isinstance(one, Climbed)]


@pytest.fixture
def led(tmp_path: Path) -> Iterator[Led]:
    made = Led(tmp_path / "led")
    with made.house:
        yield made


def test_it_climbs_once_on_each_rung(led: Led) -> None:
    late, other = led.does(led.nurse, REPORT), led.does(led.nurse, REPORT)
    led.days_pass(5)
    assert led.climbed(late) == []
    assert not led.may_read(led.nursing, late)
    led.days_pass(1)
    assert led.climbed(late) == [("2026-03-08", LEAD, CNO)]
    assert led.may_read(led.nursing, late)
    assert [led.may_read(one, late) for one in (led.executive, led.chief, led.leader, led.nurse)] == [False] * 4
    for _ in range(3):
        led.house.policies.tick()
    led.days_pass(30)
    steps = [("2026-03-08", LEAD, CNO), ("2026-03-12", CNO, CEO)]
    assert (led.climbed(late), led.climbed(other)) == (steps, steps)
    assert led.may_read(led.chief, late)
    assert led.may_read(led.professional, late), "whoever reads every incident still does"


def test_whom_it_is_about_is_passed_over(led: Led) -> None:
    about, empty = led.does(led.nurse, REPORT), led.does(led.nurse, REPORT)
    led.house.people.wall(about, led.nursing)
    led.house.people.wall(empty, led.nursing, led.chief)
    led.days_pass(40)
    assert led.climbed(about) == [("2026-03-08", LEAD, CEO)]
    assert not led.may_read(led.nursing, about)
    assert led.climbed(empty) == [], "it stays where it can be read"


def test_a_rung_where_nobody_stands_is_passed_over_as_well(tmp_path: Path) -> None:
    ward = Ward(tmp_path / "ward")
    with ward.house:
        ward.leads("Edda Ost", "ceo")
        late = ward.does(ward.nurse, REPORT)
        ward.days_pass(10)
        assert [one.event.to for one in ward.facts(late) if isinstance(one.event, Climbed)] == [CEO]
