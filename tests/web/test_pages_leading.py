"""Leading: the safety commitment, who gave their word, what leaders understand, ways of working; and one's own word."""

import pytest

from tests.web.alder import Alder
from tests.web.conftest import Enter
from workflows.hospital.commands import Appoint


@pytest.fixture
def evelyn(hospital: Alder) -> str:
    """The chief executive."""
    hospital.who["evelyn"] = hospital.house.people.add("Evelyn Marsh").id
    appoint = Appoint(person=hospital.who["evelyn"], role="ceo", since="2025-01-06")
    hospital.does("operator", appoint, "hospital")
    return hospital.who["evelyn"]


def test_the_chief_executive_says_it_and_nobody_else(evelyn: str, enter: Enter) -> None:
    ines, page = enter("ines"), "/leading"
    assert "Not given yet" in ines.get(page).text
    assert "/attest/safety_commitment" not in ines.get(page).text
    form = f"/attest/safety_commitment?next={page}"
    assert ines.send(form, words="For them").status_code == 409
    assert enter("evelyn").send(form, words="Nothing comes before it").location == page
    assert "Nothing comes before it" in ines.get(page).text
    assert enter("nora").get(page).status_code == 404


def test_ones_word_is_given_and_taken_back(enter: Enter) -> None:
    nora = enter("nora")
    assert nora.send("/pledge", words="I say it when I see it").location == "/pledge"
    assert "I say it when I see it" in nora.get("/pledge").text
    assert "Nora" in enter("ines").get("/leading").text
    assert "I say it when I see it" not in enter("sam").get("/pledge").text
    assert nora.send("/pledge", back="yes").location == "/pledge"
    assert "I say it when I see it" not in nora.get("/pledge").text


def test_what_a_leader_understands_is_noted_by_name(hospital: Alder, enter: Enter) -> None:
    ines = enter("ines")
    marco = hospital.who["marco"]
    address = f"/attest/improvement_science?person={marco}&next=/leading"
    assert address.replace("&", "&amp;") in ines.get("/leading").text
    assert ines.send(address, words="Led a test of change").location == "/leading"
    assert address.replace("&", "&amp;") not in ines.get("/leading").text


def test_a_way_of_working_is_declared_and_taken_up(enter: Enter) -> None:
    ines = enter("ines")
    typed = {"words": "A huddle at each shift", "mark_0": "habit", "mark_1": "who_gives_care"}
    assert ines.send("/attest/way?next=/leading", **typed).location == "/leading"
    page = ines.get("/leading").text
    assert "A huddle at each shift" in page
    assert "no unit yet" in page
    (way,) = {part.split("&", 1)[0] for part in page.split("/attest/way_adopted?unit=4-west&amp;of=")[1:]}
    taken = ines.send(f"/attest/way_adopted?unit=4-west&of={way}&next=/leading", words="At seven, standing")
    assert taken.location == "/leading"
    assert "no unit yet" not in ines.get("/leading").text
