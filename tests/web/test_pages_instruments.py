"""Everybody may read what can be asked, and how it is scored; what a hospital published is asked word for word."""

import json

import pytest

from assessments.campaign.commands import Open
from assessments.instrument import canonical, digest, published
from services import balloting
from tests.api.ward import over
from tests.assessments.tiny import document, item
from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter
from workflows.hospital.commands import Appoint, PublishInstrument


@pytest.fixture
def pulse(hospital: Alder) -> str:
    """The name of an instrument of the hospital's own."""
    own = document(id="our-pulse", title={"en": "Our pulse"})
    hospital.house.attachments.put(canonical(own))
    command = PublishInstrument(instrument="our-pulse", version=1, digest=digest(own), respect=False)
    hospital.does("operator", command, "hospital")
    return "our-pulse"


def test_the_shelf_and_each_on_a_page(pulse: str, enter: Enter) -> None:
    nora = enter("nora")
    shelf = nora.get("/instruments").text
    assert all(f'href="/instruments/{name}"' in shelf for name in (*published(), pulse))
    own = nora.get(f"/instruments/{pulse}").text
    assert "Published by this hospital" in own
    assert "turned round when scored" in own
    bare = nora.get("/instruments/saq-short").text
    assert "Its words are missing" in bare
    assert "ask the holder first" in bare
    assert nora.client.get("/instruments/nothing").status_code == 404


def test_it_is_asked_to_the_word_and_scored(pulse: str, hospital: Alder, enter: Enter, nobody: Browser) -> None:
    hospital.on("2025-07-03")
    campaign = hospital.does("marco", Open(unit="4-west", closes="2025-07-10", instrument=pulse))
    assert "Words of a" in nobody.client.get(f"/answer/{campaign}").text
    for number in range(12):
        hospital.house.ballots.put(campaign, f"C{number}", {"a": 4, "b": 5, "c": 1})
    hospital.on("2025-07-10")
    balloting.count(hospital.house)
    page = enter("marco").get("/unit/4-west/surveys").text
    assert "Our pulse" in page
    assert "100 %" in page


def test_a_document_that_is_not_what_is_said_of_it_is_not_published(hospital: Alder) -> None:
    own = document(id="our-pulse")
    hospital.house.attachments.put(json.dumps(own).encode())
    hospital.house.attachments.put(canonical(own))
    for wrong in (
        PublishInstrument(instrument="other", version=1, digest=digest(own), respect=False),
        PublishInstrument(instrument="our-pulse", version=1, digest=digest(own), respect=True),
        PublishInstrument(instrument="our-pulse", version=1, digest="0" * 64, respect=False),
    ):
        with pytest.raises(AssertionError, match=r"document\.unknown"):
            hospital.does("operator", wrong, "hospital")


def test_whoever_sets_up_publishes_on_a_page(hospital: Alder, enter: Enter) -> None:
    ines = hospital.house.people.add("Ada Admin", "ada@alder.example").id
    hospital.who["ada"] = ines
    hospital.account("ada")
    hospital.does("operator", Appoint(person=ines, role="administrator", since="2025-01-01"), "hospital")
    ada = enter("ada")
    own = document(id="our-pulse", title={"en": "Our pulse"})
    wrong = ada.send("/setup/instruments", document=json.dumps(own | {"scoring": "sum/1"}))
    assert wrong.status_code == 422
    assert "scoring" in wrong.text
    assert "our-pulse" in wrong.text, "what was typed is still there"
    assert ada.send("/setup/instruments", document=json.dumps(own)).status_code == 303
    assert "Published by this hospital" in ada.get("/setup/instruments").text
    changed = ada.send("/setup/instruments", document=json.dumps(own | {"source": "Elsewhere."}))
    assert changed.status_code in (409, 422)
    assert "stays as it is" in changed.text
    assert enter("nora").client.get("/setup/instruments").status_code == 404


def test_a_key_that_is_put_right_gives_a_new_series_beside_the_old_which_never_moves(
    pulse: str, hospital: Alder, enter: Enter
) -> None:
    hospital.on("2025-07-03")
    campaign = hospital.does("marco", Open(unit="4-west", instrument=pulse, closes="2025-07-10"))
    for number in range(40):
        hospital.house.ballots.put(campaign, f"C{number}", {"a": 4, "b": 2 + number % 4, "c": (1, 1, 3, 5)[number % 4]})
    hospital.on("2025-07-10")
    balloting.count(hospital.house)
    api = over(hospital.house, hospital.who)
    (before,) = api.reads("ines", "/campaigns")["campaigns"]
    assert before["anew"] is None
    assert "Scored again" not in enter("marco").get("/unit/4-west/surveys").text
    right = document(id="our-pulse", version=2, title={"en": "Our pulse"}, items=[item("a"), item("b"), item("c")])
    hospital.house.attachments.put(canonical(right))
    command = PublishInstrument(instrument="our-pulse", version=2, digest=digest(right), respect=False)
    hospital.does("operator", command, "hospital")
    (after,) = api.reads("ines", "/campaigns")["campaigns"]
    assert {**after, "anew": None} == before, "what was published never moves"
    (said,) = after["anew"]["items"]
    assert (after["anew"]["version"], said["item"], said["n"], said["percent"]) == (2, "c", 40, 25)
    assert [one["percent"] for one in after["items"] if one["item"] == "c"] == [50]
    page = enter("marco").get("/unit/4-west/surveys").text
    assert "Scored again" in page
    assert "The key was put right in version 2" in page
