"""Settings in plain words: what is typed becomes a document with a reason, every version stays, and no setting breaks what
others rely on."""

import json
import re
from html import unescape
from io import BytesIO
from typing import Any

import pytest

from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter
from workflows.unit.commands import JoinTeam

WHY = "As our council wished."


def typed(page: str) -> dict[str, Any]:
    """What the questions of a page say as they come, as a browser would send it."""
    form = page.partition('<form class="form"')[2].partition("</form>")[0]
    said: dict[str, Any] = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))
    for name, value in re.findall(r'<input class="nhsuk-input[^>]*? name="(\w+)"[^>]*? value="([^"]*)"', form):
        said[name] = unescape(value)
    for name, value in re.findall(r'<textarea [^>]*name="(\w+)"[^>]*>(.*?)</textarea>', form, re.DOTALL):
        said[name] = unescape(value)
    for name, value in re.findall(r'type="checkbox" name="?(\w+)"? value="([^"]*)" checked', form):
        said.setdefault(name, []).append(value)
    for name, value in re.findall(r'<input [^>]*name="(\w+)" type="checkbox" value="([^"]*)" checked', form):
        said.setdefault(name, []).append(value)
    for name, options in re.findall(r'<select [^>]*name="(\w+)".*?>(.*?)</select>', form, re.DOTALL):
        said[name] = re.search(r'value="([^"]*)" selected', options)[1]  # type: ignore[index] # one is
    return said


def send(browser: Browser, name: str, **changed: object) -> Any:
    page = f"/setup/{name}"
    return browser.client.post(page, data=typed(browser.get(page).text) | {"reason": WHY} | changed)


@pytest.mark.parametrize("name", ["rounds", "team", "figures"])
def test_what_is_sent_as_it_stands_is_what_came_with_heard(hospital: Alder, enter: Enter, name: str) -> None:
    """A form that dropped or turned a line would change the document by being looked at."""
    ines, settled = enter("ines"), hospital.house.clerk.settings.documents[name]  # type: ignore[index] # one of them
    assert send(ines, name).status_code == 303
    assert settled.now()[0] is not None, "it was adopted"
    assert settled.now()[1] == settled.of(None)
    assert "Changed here" not in ines.get(f"/setup/{name}").text


def test_words_for_rounds_are_ours_and_the_first_ones_stay_in_the_history(hospital: Alder, enter: Enter) -> None:
    ines = enter("ines")
    refused = send(ines, "rounds", reason=" ", wear="Clogs.")
    assert (refused.status_code, "Say in a few words why" in refused.text, "Clogs." in refused.text) == (
        422,
        True,
        True,
    )
    assert send(ines, "rounds", wear="Clogs.", prepare_new="Tea is made").status_code == 303
    page = unescape(ines.get("/setup/rounds").text)
    for said in ("Clogs.", "Tea is made", "It came as: Your badge", "Of this hospital.", WHY, "Ines Moreau"):
        assert said in page, said
    assert "Clogs." in enter("lena").get("/unit/4-west/briefing").text
    first, now = (ines.get(path) for path in re.findall(r'"(/setup/documents/rounds/\d+\.json)"', page)[::-1])
    assert tuple(json.loads(one.data)["wear"][:10] for one in (first, now)) == ("Your badge", "Clogs.")
    assert ines.get("/setup/documents/rounds/1.json").status_code == 404, "only its own versions"
    brought = typed(page) | {"reason": "Back.", "file": (BytesIO(first.data), "rounds-0.json")}
    assert ines.client.post("/setup/rounds/document", data=brought).status_code == 303
    assert "Clogs." not in enter("lena").get("/unit/4-west/briefing").text


def test_a_team_has_the_chairs_of_this_hospital_and_keeps_those_somebody_sits_in(hospital: Alder, enter: Enter) -> None:
    ines = enter("ines")
    assert send(ines, "team", discipline_new="Midwife").status_code == 303
    assert send(ines, "team", chairs=["midwife"], leaders_hospital=["cno"]).status_code == 303
    team = enter("marco").get("/unit/4-west/team").text
    assert ("Midwife" in team, "Pharmacist" in team) == (True, False)
    hospital.does(
        "marco", JoinTeam(person=hospital.who["nora"], discipline="midwife", since="2025-07-03"), "unit-4-west"
    )
    kept = send(ines, "team", discipline_midwife="")
    assert (kept.status_code, "Somebody sits in the chair of midwife" in unescape(kept.text)) == (409, True)
    wrong = send(ines, "team", leaders_hospital=["team_leader"])
    assert "team_leader is no role held there" in wrong.text


def test_what_is_asked_for_is_said_here_and_what_a_figure_counts_is_not(hospital: Alder, enter: Enter) -> None:
    ines = enter("ines")
    assert send(ines, "figures", known_kept="Nine of ten, says our board.", duty_kept="0").status_code == 303
    assert "Nine of ten, says our board." in ines.get("/figures/kept").text
    page = ines.get("/setup/figures").text
    document = json.loads(
        unescape(re.findall(r'<textarea[^>]*name="document"[^>]*>(.*?)</textarea>', page, re.DOTALL)[0])
    )
    assert document["duties"][0]["figures"] == ["brought", "answered", "kept"]
    document["figures"]["kept"]["counts"] = "Only what we like."
    for wrong, said in (
        (document, "“Promises kept by the first day” counts"),
        ({**document, "figures": {}}, "is lacking"),
        ({"figures": {}, "duties": 1}, "not a valid figures document"),
    ):
        sent = typed(page) | {"reason": WHY, "document": json.dumps(wrong)}
        refused = ines.client.post("/setup/figures/document", data=sent)
        assert (refused.status_code in (409, 422), said in unescape(refused.text)) == (True, True), said
