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
from tests.web.typed import typed
from workflows.unit.commands import JoinTeam

WHY = "As our council wished."


def send(browser: Browser, name: str, **changed: object) -> Any:
    page = f"/setup/{name}"
    return browser.client.post(page, data=typed(browser.get(page).text) | {"reason": WHY} | changed)


@pytest.mark.parametrize("name", ["rounds", "team", "figures", "calendar", "brand"])
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


def ticked(page: str) -> list[str]:
    return re.findall(r'name="may" type="checkbox" value="([^"]*)" checked(?! disabled)', page)


def test_a_role_is_given_something_in_words_and_taken_back_to_how_it_came(hospital: Alder, enter: Enter) -> None:
    ines, page = enter("ines"), "/setup/rights/front_line"
    before = ines.get(page).text
    assert "Put an issue on the tracking log" in before
    assert 'value="read.respect"' not in before, "what does not spread is not offered"
    sent = typed(before) | {"may": [*ticked(before), "issue.list"], "called": "nurse", "reason": WHY}
    assert ines.client.post(page, data=sent | {"reason": ""}).status_code == 422
    assert ines.client.post(page, data=sent).status_code == 303
    assert enter("nora").get("/do/issue/list?unit=4-west").status_code == 200
    assert "It did not come with this role." in ines.get(page).text
    every = unescape(ines.get("/setup/rights").text)
    assert ("Changed here: 1 given beside, called otherwise." in every, WHY in every) == (True, True)
    assert ines.client.post(f"{page}/end", data=typed(ines.get(page).text) | {"reason": WHY}).status_code == 303
    assert hospital.house.clerk.settings.documents["rights"].now()[1] == {}
    assert enter("nora").get("/do/issue/list?unit=4-west").status_code in (403, 404)


def test_a_role_of_ones_own_begins_like_another_and_what_must_not_spread_is_said_in_words(
    hospital: Alder, enter: Enter
) -> None:
    ines = enter("ines")
    hidden = typed(ines.get("/setup/rights").text)
    made = ines.client.post(
        "/setup/rights", data=hidden | {"title": "Midwife", "held": "unit", "like": "unit_champion", "reason": WHY}
    )
    assert made.location == "/setup/rights/midwife"
    assert not hospital.house.access.allows("midwife", "concern.hide"), "whoever hides voices reads what is hidden"
    assert "Midwife" in ines.get("/do/unit/appoint?to=unit-4-west").text
    wrong = json.dumps({"midwife": {"title": "Midwife", "held": "unit", "also": ["read.respect"]}})
    refused = ines.client.post("/setup/rights/document", data=hidden | {"document": wrong, "reason": WHY})
    assert refused.status_code == 409
    assert "is not given “Read reports about disrespect, violence and retaliation”" in unescape(refused.text)
    assert [ines.get(f"/setup/rights/{role}").status_code for role in ("clock", "speaker", "moon")] == [404] * 3


def test_what_many_hospitals_ask_at_once_stands_beside_the_surveys_of_a_unit(hospital: Alder, enter: Enter) -> None:
    hospital.on("2025-07-03")
    ines, marco, surveys = enter("ines"), enter("marco"), "/unit/4-west/surveys"
    asked = {
        "instrument_0": "unit-safety",
        "since_0": "2025-07-03",
        "until_0": "2025-07-31",
        "says_0": "With the whole state.",
    }
    assert send(ines, "calendar", **asked).status_code == 303
    later = {"instrument_1": "today", "since_1": "2025-09-01", "until_1": "2025-09-30"}
    assert send(ines, "calendar", **later).status_code == 303
    told = unescape(marco.get(surveys).text)
    assert ("3 Jul to 31 Jul" in told, "1 Sep to 30 Sep" in told, "With the whole state." in told) == (True,) * 3
    (begin,) = re.findall(r'href="(/do/campaign/open[^"]*instrument=[^"]*)"', told)
    assert 'value="2025-07-31"' in marco.get(begin).text, "only what is asked now is begun, until its last day"
    assert "Ask it here" not in enter("nora").get(surveys).text
    wrong = send(ines, "calendar", instrument_2="today", since_2="2025-09-20", until_2="2025-10-20")
    assert "today stands here twice" in unescape(wrong.text)
    assert send(ines, "calendar", instrument_0="").status_code == 303
    assert [one.instrument for one in hospital.house.clerk.settings.calendar.windows] == ["today"]


def test_the_hospital_is_called_as_it_calls_itself_on_every_page_and_renamed_on_the_record(
    hospital: Alder, enter: Enter
) -> None:
    ines = enter("ines")
    assert send(ines, "brand", shown_as="Alder <b>Creek</b>", line="Care, close by.").status_code == 303
    for page in (ines.get("/setup").text, ines.client.get("/speak?lang=es").text):
        assert 'masthead__hospital">Alder &lt;b&gt;Creek&lt;/b&gt;</span>' in page
        assert "<span>Care, close by.</span>" in page
    assert send(ines, "brand", shown_as="", line="").status_code == 303
    assert ines.send("/do/hospital/rename?to=hospital", name="Alder River Hospital").status_code == 303
    assert 'masthead__hospital">Alder River Hospital</span>' in ines.get("/setup").text
    assert "every answer can be proved" in ines.get("/setup").text


def test_what_no_page_changes_is_shown_as_it_is_in_force_with_why(hospital: Alder, enter: Enter) -> None:
    ines = enter("ines")
    page = unescape(ines.get("/setup/fixed").text)
    for said in (
        "15 minutes without a sign of life",
        "Counsel",
        "argon2id",
        "must not be thinned out",
        "Words that mean the same",
    ):
        assert said in page, said
    hrefs = re.findall(r'href="(/setup/fixed/[^"]+)"', page)
    assert len(hrefs) > 8
    assert all(json.loads(ines.get(href).data) for href in hrefs)
    for elsewhere in ("easy_passwords", "terms", "../pyproject", "sentences/en"):
        assert ines.get(f"/setup/fixed/{elsewhere}.json").status_code == 404, elsewhere
