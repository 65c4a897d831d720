"""A hospital that begins from a template, and one that hands its own on: how things are set up, and nobody in it."""

import json
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import msgspec
import pytest
from msgspec.structs import replace

from services import documents
from services.bootstrap import found, open_house
from services.clerk.access import OPERATOR
from services.clerk.reception import Call
from services.clerk.teams import TeamTerms
from services.house import House, Plate
from services.starting import template
from services.starting.founding import carry_out
from services.starting.plan import NotSo, Plan, UnitPlan, WaiverPlan
from services.starting.template import Template
from workflows.kernel.terms import Terms
from workflows.waiver import End

PLAN = Plan(slug="valley", name="Valley", zone="America/Chicago", people="name,role,unit\nIda Ray,Quality director,\n")
SLOWER = msgspec.to_builtins(replace(documents.read("terms", Terms), answer_days=9, on_call="person-ida"))
GIVEN = Template(
    called="Upland hospitals",
    units=(UnitPlan("clinic", "Clinic"), UnitPlan("er", "Emergency")),
    practices={"rounds": 30, "lessons": 91},
    terms=SLOWER,
    waivers=(
        WaiverPlan("partnership.rank", "Our highest leader is a manager."),
        WaiverPlan("leader.cmo", "Shared.", 30),
    ),
    settings={"team": {**msgspec.to_builtins(documents.read("team", TeamTerms)), "chairs": ["nurse"]}},
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


def test_rules_are_set_aside_and_settings_are_of_the_template_with_the_reason_on_record(house: House) -> None:
    begun(house)
    waived = [house.clerk.memory.get(stream).state for stream in house.ledger.streams("waiver")]
    assert [(one.rule, one.unit, one.until is None) for one in waived] == [
        ("partnership.rank", None, True),
        ("leader.cmo", None, False),
    ]
    assert house.clerk.settings.team.chairs == ("nurse",)
    assert template.of(house).settings.keys() == {"team"}
    house.reception.ask(OPERATOR, End(), Call(id=str(uuid4()), via="cli"), next(iter(house.ledger.streams("waiver"))))
    before = house.ledger.head()
    begun(house)
    assert house.ledger.head() == before, "what the hospital ended is not set aside anew"


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
    [
        b"{}",
        b"no",
        json.dumps({"called": "x", "terms": {"answer_days": -1}}).encode(),
        b'{"called":"x","people":[]}',
        b'{"called":"x","settings":{"rights":{}}}',
        b'{"called":"x","settings":{"team":{"disciplines":{},"chairs":["moon"],"leaders":{"hospital":[],"unit":[]}}}}',
        b'{"called":"x","waivers":[{"rule":"concern.answer","reason":"No."}]}',
    ],
)
def test_what_is_no_template_is_refused_in_a_sentence(wrong: bytes) -> None:
    with pytest.raises(NotSo):
        template.read(wrong)


def test_the_one_that_comes_with_heard_is_one(house: House) -> None:
    begun(house, template.ours())
    assert len(list(house.ledger.streams("unit"))) == 4
