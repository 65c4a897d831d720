"""A hospital that begins from a template, and one that hands its own on: how things are set up, and nobody in it."""

import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from services import documents
from services.bootstrap import found, open_house
from services.house import House, Plate
from services.starting import template
from services.starting.founding import carry_out
from services.starting.plan import NotSo, Plan, UnitPlan
from services.starting.template import Template
from workflows.kernel.terms import Terms

PLAN = Plan(slug="valley", name="Valley", zone="America/Chicago", people="name,role,unit\nIda Ray,Quality director,\n")
SLOWER = msgspec.to_builtins(replace(documents.read("terms", Terms), answer_days=9, on_call="person-ida"))
GIVEN = Template(
    called="Upland hospitals",
    units=(UnitPlan("clinic", "Clinic"), UnitPlan("er", "Emergency")),
    practices={"rounds": 30, "lessons": 91},
    terms=SLOWER,
)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    found(tmp_path / "h", Plate(PLAN.slug, PLAN.name, PLAN.zone))
    with open_house(tmp_path / "h") as house:
        yield house


def begun(house: House, given: Template = GIVEN) -> None:
    carry_out(house, template.begun_with(PLAN, template.read(msgspec.json.encode(given))))


def test_units_practices_and_terms_are_there_from_the_first_day(house: House) -> None:
    begun(house)
    clinic = house.clerk.memory.get("unit-clinic").state
    days = {one.practice: one.since for one in clinic.practices}
    assert days["lessons"] > days["rounds"] > days["log"]
    assert house.clerk.terms.now()[1].answer_days == 9


def test_the_same_template_twice_adds_nothing_and_overrules_nothing(house: House) -> None:
    begun(house)
    before = house.ledger.head()
    begun(house)
    begun(house, replace(GIVEN, terms=msgspec.to_builtins(documents.read("terms", Terms))))
    assert house.ledger.head() == before
    assert house.clerk.terms.now()[1].answer_days == 9


def test_a_hospital_hands_on_how_it_is_set_up_and_nobody_in_it(house: House) -> None:
    begun(house)
    made = template.of(house)
    assert {one.name for one in made.units} == {"Clinic", "Emergency"}
    assert set(made.practices) == {"rounds", "lessons"}
    handed_on = msgspec.json.encode(made)
    assert b"person-" not in handed_on
    assert b"Ida Ray" not in handed_on
    assert msgspec.json.encode(template.read(handed_on)) == handed_on
    assert made.terms is not None
    assert made.terms["answer_days"] == 9


@pytest.mark.parametrize(
    "wrong",
    [b"{}", b"no", json.dumps({"called": "x", "terms": {"answer_days": -1}}).encode(), b'{"called":"x","people":[]}'],
)
def test_what_is_no_template_is_refused_in_a_sentence(wrong: bytes) -> None:
    with pytest.raises(NotSo):
        template.read(wrong)


def test_the_one_that_comes_with_heard_is_one(house: House) -> None:
    begun(house, template.ours())
    assert len(list(house.ledger.streams("unit"))) == 4
