"""Asked in confidence: each has a link of their own that counts once, those who have not answered are reminded, and nobody sees
who they are."""

import re

import pytest

from assessments.campaign.commands import Debrief, Open
from services import balloting, carding, prompting
from services.outbox import Mail
from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter
from tests.web.test_pages_card import CARD, CLOSES, answered

ALL = ("nora", "sam", "lena", "marco", "vera")


@pytest.fixture
def campaign(hospital: Alder) -> str:
    hospital.joins("vera", "4-west")
    hospital.on("2025-07-03")
    hospital.house.outbox.mail = Mail("127.0.0.1:25", "heard@alder.example", "https://heard.alder.example")
    return hospital.does("marco", Open(unit="4-west", mode="confidential", closes=CLOSES, least="5"))


def link(browser: Browser, campaign: str) -> str:
    (code,) = CARD.findall(browser.get(f"/campaign/{campaign}/card").text)
    return str(code)


def written_to(hospital: Alder) -> dict[str, str]:
    """Logins to whom a letter waits, with its words; it is sent after that."""
    due, by_id = hospital.house.outbox.due(), {person: login for login, person in hospital.who.items()}
    for one in due:
        hospital.house.outbox.sent(one.key)
    return {by_id[one.whom]: one.body for one in due}


def test_each_answers_once_by_a_link_of_their_own(
    campaign: str, hospital: Alder, nobody: Browser, enter: Enter
) -> None:
    assert "No leader can see who has answered" in nobody.client.get(f"/answer/{campaign}").text
    assert "Answer with your own link" in enter("nora").get("/unit/4-west/surveys").text
    own = {login: link(enter(login), campaign) for login in ALL}
    assert len(set(own.values())) == len(ALL)
    assert own == {login: link(enter(login), campaign) for login in ALL}, "it stays the same"
    for code in own.values():
        assert answered(nobody, campaign, code, heard="4")[0] == 200
        assert "counts once" in answered(nobody, campaign, code, heard="1")[1]
    hospital.on(CLOSES)
    balloting.count(hospital.house)
    page = enter("marco").get("/unit/4-west/surveys").text
    assert "5 answered." in page
    assert "5 made, 5 used: as many as ballots" in page
    hospital.does("marco", Debrief(keep="We ask at two in the morning"), campaign)
    assert enter("nora").get(f"/campaign/{campaign}/card").status_code == 404


def test_all_are_told_and_those_who_have_not_answered_once_more(
    campaign: str, hospital: Alder, nobody: Browser, enter: Enter
) -> None:
    assert prompting.prompt(hospital.house) == len(ALL)
    letters = written_to(hospital)
    assert letters.keys() == set(ALL)
    own = re.findall(rf"https://heard.alder.example/answer/{campaign}#(\S+)", letters["nora"])
    assert own == [link(enter("nora"), campaign)]
    assert prompting.prompt(hospital.house) == 0
    answered(nobody, campaign, own[0], heard="4")
    hospital.on("2025-07-07")
    prompting.prompt(hospital.house)
    assert written_to(hospital).keys() == set(ALL) - {"nora"}
    prompting.prompt(hospital.house)
    assert written_to(hospital) == {}


def test_asked_anonymously_everybody_is_reminded(hospital: Alder, nobody: Browser, enter: Enter) -> None:
    hospital.joins("vera", "4-west")
    hospital.on("2025-07-03").house.outbox.mail = Mail("127.0.0.1:25", "h@alder.example", "https://heard.alder.example")
    campaign = hospital.does("marco", Open(unit="4-west", mode="anonymous", closes=CLOSES, least="5"))
    prompting.prompt(hospital.house)
    assert all(f"/campaign/{campaign}/card" in letter for letter in written_to(hospital).values())
    drawn = CARD.findall(enter("nora").send(f"/campaign/{campaign}/card").text)
    answered(nobody, campaign, drawn[0], heard="4")
    hospital.on("2025-07-07")
    prompting.prompt(hospital.house)
    assert written_to(hospital).keys() == set(ALL)


def test_what_tied_an_answer_to_a_person_is_gone_once_it_is_counted(
    campaign: str, hospital: Alder, nobody: Browser, enter: Enter
) -> None:
    for login in ALL:
        answered(nobody, campaign, link(enter(login), campaign), heard="4")
    hospital.on(CLOSES)
    balloting.count(hospital.house)
    box = f"{campaign}.0"
    assert hospital.house.ballots.cards(box) == (0, 0)
    assert not hospital.house.ballots.is_spent(box, carding.own(hospital.house, campaign, hospital.who["nora"]))
    for browser in (enter("marco"), enter("ines"), enter("dana")):
        assert hospital.who["nora"] not in browser.get("/unit/4-west/surveys").text
