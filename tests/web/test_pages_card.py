"""Whoever works on a unit draws a card and answers with it, once; nobody can tell who did."""

import re

import pytest

from assessments.campaign import Campaign
from assessments.campaign.commands import Open, Withdraw
from services import balloting
from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter

FIELD = re.compile(r'name="(code|pass|lang)" value="([^"]*)"')
PAGE = re.compile(r'name="(csrf_token|page)" value="([^"]*)"')
CARD = re.compile(r'<p class="code">([0-9A-Z-]{23})</p>')
CLOSES = "2025-07-10"


@pytest.fixture
def campaign(hospital: Alder) -> str:
    """Five people work on 4 West: one more than in the other tests."""
    hospital.joins("vera", "4-west")
    hospital.on("2025-07-03")
    return hospital.does("marco", Open(unit="4-west", mode="anonymous", closes=CLOSES, least="5"))


def drawn(browser: Browser, campaign: str) -> str:
    found = CARD.search(browser.send(f"/campaign/{campaign}/card").text)
    assert found is not None
    return found[1]


def answered(nobody: Browser, campaign: str, card: str, **answers: str) -> tuple[int, str]:
    page = nobody.client.get(f"/answer/{campaign}").text
    items = {f"item.{name.replace('_', '-')}": value for name, value in answers.items()}
    sent = nobody.client.post(f"/answer/{campaign}", data=dict(FIELD.findall(page)) | {"card": card} | items)
    return sent.status_code, sent.text


def test_everybody_of_the_unit_answers_once_with_a_card(
    campaign: str, hospital: Alder, nobody: Browser, enter: Enter
) -> None:
    assert "nobody can tell which answers are yours" in nobody.client.get(f"/answer/{campaign}").text
    for login in ("nora", "sam", "lena", "marco", "vera"):
        assert "Draw a card" in enter(login).get("/unit/4-west/surveys").text
        card = drawn(enter(login), campaign)
        assert answered(nobody, campaign, card.lower().replace("-", " "), heard="4")[0] == 200
        status, page = answered(nobody, campaign, card, heard="1")
        assert status == 200
        assert "counts once" in page
    hospital.on(CLOSES)
    assert balloting.count(hospital.house) == 1
    page = enter("marco").get("/unit/4-west/surveys").text
    assert "5 answered." in page
    assert "about 100 % of those" in page
    assert "100 %" in page, "what was sent with the same card again changed nothing"
    assert "5 people, by who worked there" in page
    assert "15 made, 5 drawn, 5 used: as many as ballots" in page
    state = hospital.house.clerk.memory.get(campaign).state
    assert isinstance(state, Campaign)
    assert state.roster is not None
    assert state.roster.eligible == (5,)


def test_nobody_draws_twice_but_a_page_that_hangs_gives_the_same_card_again(campaign: str, enter: Enter) -> None:
    nora = enter("nora")
    form = dict(PAGE.findall(nora.get(f"/campaign/{campaign}/card").text))
    first, again = (nora.client.post(f"/campaign/{campaign}/card", data=form).text for _ in range(2))
    assert CARD.findall(first) == CARD.findall(again)
    assert "You have drawn your card" in nora.get(f"/campaign/{campaign}/card").text
    other = nora.client.post(f"/campaign/{campaign}/card", data=form | {"page": "0" * 20}).text
    assert not CARD.search(other)
    assert "Nobody knows which one it was" in other
    assert "Open this page again" in nora.client.post(f"/campaign/{campaign}/card", data=form | {"page": "x"}).text


def test_whoever_comes_later_draws_one_and_whoever_works_elsewhere_does_not(
    campaign: str, hospital: Alder, enter: Enter
) -> None:
    hospital.joins("will", "4-west")
    assert drawn(enter("will"), campaign)
    for login in ("kim", "dana", "ines"):
        assert enter(login).get(f"/campaign/{campaign}/card").status_code == 404, login
    assert "Draw a card" not in enter("ines").get("/unit/4-west/surveys").text
    hospital.on("2025-07-11")
    assert enter("sam").get(f"/campaign/{campaign}/card").status_code == 404


def test_there_are_so_many_cards_and_no_more(campaign: str, hospital: Alder, enter: Enter) -> None:
    for number in range(15):
        assert drawn(enter(hospital.joins(f"late{number}", "4-west")), campaign)
    assert "No card is left" in enter("nora").send(f"/campaign/{campaign}/card").text


@pytest.mark.parametrize("card", ["", "x", "0" * 20])
def test_without_a_card_of_it_nothing_is_answered(campaign: str, nobody: Browser, card: str) -> None:
    status, page = answered(nobody, campaign, card, heard="4")
    assert status == 422
    assert "No card or link" in page
    assert re.search(r'value="4"[^>]*checked', page)


def test_where_too_few_work_it_is_not_asked_so(hospital: Alder, enter: Enter) -> None:
    sent = enter("priya").send(
        "/do/campaign/open?unit=icu", unit="icu", instrument="today", mode="anonymous", closes="2099-01-01", least="10"
    )
    assert "Ask from a poster" in sent.text


def test_stopped_the_cards_are_worth_nothing(campaign: str, hospital: Alder, enter: Enter) -> None:
    drawn(enter("nora"), campaign)
    hospital.does("marco", Withdraw(reason="The wrong week"), campaign)
    balloting.count(hospital.house)
    assert hospital.house.draws.made(f"{campaign}.0") == 0
    assert not hospital.house.draws.has_drawn(campaign, hospital.who["nora"])
    assert enter("nora").get(f"/campaign/{campaign}/card").status_code == 404


def test_how_many_have_answered_is_told_in_steps_of_five_and_only_once_enough_have(
    campaign: str, hospital: Alder, nobody: Browser, enter: Enter
) -> None:
    for number in range(9):
        hospital.joins(f"late{number}", "4-west")
    hospital.does("marco", Withdraw(reason="More work here than we thought"), campaign)
    later = hospital.does("marco", Open(unit="4-west", mode="anonymous", closes=CLOSES))
    cards = [drawn(enter(login), later) for login in ("nora", "sam", "lena", "vera", *(f"late{n}" for n in range(7)))]
    for card in cards[:9]:
        answered(nobody, later, card, heard="4")
    assert "% of those" not in enter("marco").get("/unit/4-west/surveys").text
    for card in cards[9:]:
        answered(nobody, later, card, heard="4")
    assert "% of those" not in enter("marco").get("/unit/4-west/surveys").text, (
        "whoever looks again sees no answer come"
    )
    hospital.on("2025-07-04")
    assert "about 80 % of those who worked there" in enter("marco").get("/unit/4-west/surveys").text, "11 of 14"


def test_whoever_plans_is_told_what_each_way_costs(hospital: Alder, enter: Enter) -> None:
    page = enter("marco").get("/do/campaign/open?unit=4-west").text
    for cost in ("one person may answer twice", "could find out whose answers", "only all together can be reminded"):
        assert cost in page


def test_a_crash_while_it_is_thrown_away_leaves_nobody_on_record(
    campaign: str, hospital: Alder, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn(enter("nora"), campaign)
    hospital.does("marco", Withdraw(reason="Wrong question"), campaign)
    nora = hospital.who["nora"]

    def crashes(_: str) -> None:
        raise OSError

    with monkeypatch.context() as broken:
        broken.setattr(hospital.house.ballots, "empty", crashes)
        with pytest.raises(OSError):  # noqa: PT011 - as the disk says it
            balloting.count(hospital.house)
    balloting.count(hospital.house)
    assert not hospital.house.draws.has_drawn(campaign, nora)
    assert hospital.house.draws.drawn(f"{campaign}.0") == 0
