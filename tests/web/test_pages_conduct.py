"""Conduct: for the few who read matters of respect, step by step, and for nobody else."""

import pytest

from tests.web.alder import Alder
from tests.web.conftest import Enter
from workflows.conduct import commands as c


@pytest.fixture
def conduct(hospital: Alder) -> str:
    return hospital.does("otis", c.Open(person=hospital.who["sam"], did="Hung it <b>alone</b>", unit="4-west"))


def test_few_find_it_and_its_steps_follow_each_other(conduct: str, enter: Enter) -> None:
    otis, page = enter("otis"), f"/conduct/{conduct}"
    assert "Hung it &lt;b&gt;alone" in otis.get("/conduct").text
    assert "Sam Reyes" in otis.get(page).text
    for verb, said in (
        ("look_at_house", {"found": "One nurse for nine patients"}),
        ("judge", {"behaviour": "risk", "why": "It had become a habit"}),
        ("follow", {"note": "We went through it"}),
        ("close", {}),
    ):
        form = f"/do/conduct/{verb}?to={conduct}"
        assert form in otis.get(page).text
        assert otis.send(form, **said).location == page
    assert "Coach" in otis.get(page).text
    for login in ("sam", "marco", "dana", "ruth", "ines", "nora"):
        for hidden in ("/conduct", page):
            assert enter(login).get(hidden).status_code == 404


def test_no_fact_outside_its_seals_names_anybody(conduct: str, hospital: Alder) -> None:
    sam, otis = hospital.who["sam"], hospital.who["otis"]
    rows = list(hospital.house.ledger.stream_rows(conduct))
    assert rows
    for row in rows:
        fact = hospital.house.clerk.mapper.fact(row)
        assert fact.unit is None
        assert (fact.head.by.id, fact.head.speaks_of) == (None, ())
        assert sam not in str(fact)
        assert otis not in str(fact)
