"""People answer from a poster; their unit sees what all said together, with a picture and its table."""

import re

import pytest

from assessments.campaign.commands import Debrief, Open, Withdraw
from assessments.instrument import published
from services import balloting
from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter

FIELD = re.compile(r'name="(code|pass|lang)" value="([^"]*)"')


@pytest.fixture
def campaign(hospital: Alder) -> str:
    hospital.on("2025-07-03")
    return hospital.does("marco", Open(unit="4-west", closes="2025-07-10", least="5"))


def filled(nobody: Browser, campaign: str, **answers: str) -> dict[str, str]:
    page = nobody.client.get(f"/answer/{campaign}").text
    return dict(FIELD.findall(page)) | {f"item.{name.replace('_', '-')}": value for name, value in answers.items()}


def test_a_poster_leads_to_one_page_in_two_languages_that_says_how_it_is_asked(campaign: str, nobody: Browser) -> None:
    page = nobody.client.get(f"/answer/{campaign}")
    assert "nobody asks your name" in page.text
    assert "at least 5 people" in page.text
    assert "Set-Cookie" not in page.headers
    spanish = nobody.client.get(f"/answer/{campaign}?lang=es").text
    assert "Muy de acuerdo" in spanish
    assert "Enviar mis respuestas" in spanish


@pytest.mark.parametrize(
    ("answers", "status"),
    [({}, 422), ({"safe_here": "6"}, 422), ({"safe_here": "x"}, 422), ({"other": "1"}, 422), ({"heard": "5"}, 200)],
)
def test_only_what_was_asked_can_be_answered(
    campaign: str, hospital: Alder, nobody: Browser, answers: dict[str, str], status: int
) -> None:
    sent = nobody.client.post(f"/answer/{campaign}", data=filled(nobody, campaign, **answers))
    assert sent.status_code == status
    assert hospital.house.ballots.count(campaign) == (status == 200)


def test_an_old_page_keeps_what_was_chosen_and_casts_nothing(campaign: str, hospital: Alder, nobody: Browser) -> None:
    sent = filled(nobody, campaign, heard="4") | {"pass": "0" * 32}
    again = nobody.client.post(f"/answer/{campaign}", data=sent)
    assert again.status_code == 409
    assert re.search(r'value="4"[^>]*checked', again.text)
    assert hospital.house.ballots.count(campaign) == 0


def test_a_form_of_somebody_else_s_page_is_refused(campaign: str, nobody: Browser) -> None:
    sent = filled(nobody, campaign, heard="4")
    elsewhere = {"Origin": "https://elsewhere.example"}
    assert nobody.client.post(f"/answer/{campaign}", data=sent, headers=elsewhere).status_code == 403


def test_where_nothing_is_asked_there_is_no_page(campaign: str, hospital: Alder, nobody: Browser) -> None:
    assert nobody.client.get("/answer/campaign-00000000000000000000000000").status_code == 404
    assert nobody.client.get("/answer/x").status_code == 404
    sent = filled(nobody, campaign, heard="4")
    hospital.does("marco", Withdraw(reason="The poster hung in the wrong room"), campaign)
    assert nobody.client.post(f"/answer/{campaign}", data=sent).status_code == 410


def test_on_the_day_it_closes_nothing_is_answered_any_more(campaign: str, hospital: Alder, nobody: Browser) -> None:
    """By a page that was opened before, too; what came in time is all that is counted."""
    sent = filled(nobody, campaign, heard="4")
    assert nobody.client.post(f"/answer/{campaign}", data=sent).status_code == 200
    late = filled(nobody, campaign, heard="1")
    hospital.on("2025-07-10")
    assert nobody.client.get(f"/answer/{campaign}").status_code == 410
    assert nobody.client.post(f"/answer/{campaign}", data=late).status_code == 410
    assert hospital.house.ballots.take(campaign) == ({"heard": 4},)


def test_before_enough_have_answered_only_that_is_said_in_steps_of_five(
    campaign: str, hospital: Alder, nobody: Browser, enter: Enter
) -> None:
    marco = enter("marco")
    for _ in range(4):
        assert "About 5 more answers" in marco.get("/unit/4-west/surveys").text
        nobody.client.post(f"/answer/{campaign}", data=filled(nobody, campaign, heard="2"))
    hospital.on("2025-07-10")
    balloting.count(hospital.house)
    page = enter("marco").get("/unit/4-west/surveys").text
    assert "It closes on 17 Jul" in page
    assert '<svg class="shares"' not in page


def test_a_unit_sees_what_all_said_and_what_follows(
    campaign: str, hospital: Alder, nobody: Browser, enter: Enter
) -> None:
    for value in "44445":
        nobody.client.post(f"/answer/{campaign}", data=filled(nobody, campaign, safe_here=value, heard="2"))
    assert "Enough have answered" in enter("marco").get("/unit/4-west/surveys").text
    hospital.on("2025-07-10")
    assert balloting.count(hospital.house) == 1
    marco = enter("marco")
    page = marco.get("/unit/4-west/surveys").text
    assert "5 answered." in page
    assert "<svg" in page
    assert "at least 80 %" in page, "that all agreed would say of each of five what they answered"
    assert "at most 20 %" in page
    assert "too few answered" in page, "nobody answered the third sentence"
    assert "Not validated; no benchmark." in page
    assert marco.get(f"/campaign/{campaign}").location == f"/unit/4-west/surveys#{campaign}"
    assert f"/campaign/{campaign}" in marco.get("/desk").text
    hospital.does("marco", Debrief(keep="We ask at two in the morning"), campaign)
    assert "We keep: We ask at two in the morning" in marco.get("/unit/4-west/surveys").text
    assert enter("kim").get("/unit/4-west/surveys").status_code == 404


def test_of_respect_nothing_is_shown_below_twenty(hospital: Alder, enter: Enter) -> None:
    hospital.on("2025-07-03")
    campaign = hospital.does("marco", Open(unit="4-west", instrument="respect-pulse", closes="2025-07-10"))
    pulse = published()["respect-pulse"]
    answers = {item.id: pulse.scale_of(item).most for item in pulse.items}
    for number in range(19):
        hospital.house.ballots.put(campaign, f"CODE{number}", answers)
    hospital.on("2025-07-10")
    balloting.count(hospital.house)
    page = enter("marco").get("/unit/4-west/surveys").text
    assert "19 answered." in page
    assert 'class="shares"' not in page
