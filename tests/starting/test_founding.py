"""A plan becomes a hospital; twice, it adds nothing; wrong, it writes nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from services.bootstrap import found, open_house
from services.house import House, Plate
from services.starting.founding import carry_out
from services.starting.plan import NotSo, Plan, UnitPlan

PEOPLE = """name,role,unit,mail
Dana Cole,Executive partner,4 West,dana@x.org
Dana Cole,Executive,,dana@x.org
Lena Brandt,Unit champion,4w,
Ines Ferreira,Quality director,,
"""
PLAN = Plan(
    slug="alder-creek",
    name="Alder Creek",
    zone="America/Chicago",
    units=(UnitPlan("4w", "4 West"), UnitPlan("icu", "ICU")),
    people=PEOPLE,
    partners=(("ICU", "Dana Cole"),),
)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    found(tmp_path / "h", Plate(PLAN.slug, PLAN.name, PLAN.zone))
    with open_house(tmp_path / "h") as house:
        yield house


def roles_of(house: House, name: str) -> set[tuple[str, str | None]]:
    (person,) = house.people.named(name)
    return set(house.rights.actor(person.id).roles) - {("member", None)}


def test_a_plan_opens_units_people_roles_partners_and_sign_ins(house: House) -> None:
    opened = carry_out(house, PLAN)
    assert (opened.units, opened.people, opened.roles) == (2, 3, 5)
    assert roles_of(house, "Dana Cole") == {
        ("executive_partner", "4w"),
        ("executive", None),
        ("executive_partner", "icu"),
    }
    assert [account.login for account in opened.accounts] == ["dana@x.org", "lena.brandt", "ines.ferreira"]
    for account in opened.accounts:
        person = house.accounts.sign_in(account.login, account.password)
        assert person is not None
        assert house.people.names([person]) == {person: account.name}


def test_the_same_plan_twice_adds_nothing(house: House) -> None:
    carry_out(house, PLAN)
    before = house.ledger.head()
    again = carry_out(house, PLAN)
    assert (again.units, again.people, again.roles, again.accounts) == (0, 0, 0, ())
    assert house.ledger.head() == before


def test_everything_is_written_by_the_operator(house: House) -> None:
    carry_out(house, PLAN)
    facts = [house.clerk.mapper.fact(row) for row in house.ledger.rows(0, 100)]
    assert {(fact.head.by.kind, fact.head.by.capacity, fact.head.via) for fact in facts} == {
        ("operator", "operator", "cli")
    }
    assert facts[0].head.name == "hospital.opened"


@pytest.mark.parametrize(
    "wrong",
    [
        replace(PLAN, zone="Mars/Olympus"),
        replace(PLAN, zone="../../etc/passwd"),
        replace(PLAN, slug="Alder Creek!"),
        replace(PLAN, name=" "),
        replace(PLAN, units=(UnitPlan("4w", "4 West"), UnitPlan("4w", "Four West"))),
        replace(PLAN, partners=(("moon", "Dana Cole"),)),
        replace(PLAN, partners=(("ICU", "Nobody"),)),
        replace(PLAN, partners=(("4 West", "Lena Brandt"),)),
        replace(PLAN, people=PEOPLE + "X,boss,moon,\n"),
    ],
)
def test_a_wrong_plan_writes_nothing(house: House, wrong: Plan) -> None:
    with pytest.raises(NotSo):
        carry_out(house, wrong)
    assert house.ledger.head() == (0, 0)
    assert house.people.everyone() == []


def test_a_short_name_stays_with_its_unit(house: House) -> None:
    carry_out(house, PLAN)
    with pytest.raises(NotSo, match="4w is 4 West already"):
        carry_out(house, replace(PLAN, units=(UnitPlan("4w", "Fourth floor"),)))


def test_a_name_that_only_a_sheet_gave_becomes_the_person(house: House) -> None:
    guessed = house.people.add("Lena Brandt", known=False)
    carry_out(house, PLAN)
    assert [(one.id, one.known) for one in house.people.named("Lena Brandt")] == [(guessed.id, True)]


def test_two_people_of_one_name_are_told_apart_by_mail(house: House) -> None:
    text = "name,role,unit,mail\nAda May,Team leader,icu,a@x.org\nAda May,Team leader,4w,b@x.org\n"
    opened = carry_out(house, replace(PLAN, people=text, partners=()))
    assert opened.people == 2
    with pytest.raises(NotSo, match="Several people are called Ada May"):
        carry_out(house, replace(PLAN, people="name,role,unit\nAda May,Front-line staff,icu\n", partners=()))
