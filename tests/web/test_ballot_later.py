"""Whoever has a card keeps what they have chosen and comes back with it, from any phone and without a script; what is kept is
no ballot, says nothing of anybody, and is gone when they answer or the survey closes."""

import re
import sqlite3
from html import unescape
from pathlib import Path

import pytest

from assessments.campaign.commands import Open
from services import balloting, carding
from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter
from tests.web.test_pages_card import CLOSES, FIELD, drawn

CHOSEN = re.compile(r'name="item\.([a-z-]+)"[^>]*value="(\d)"[^>]*checked')
FIRST = {"safe-here": "4", "heard": "2"}


@pytest.fixture
def campaign(hospital: Alder) -> str:
    hospital.joins("vera", "4-west")
    hospital.on("2025-07-03")
    return hospital.does("marco", Open(unit="4-west", mode="anonymous", closes=CLOSES, least="5"))


def does(
    nobody: Browser, campaign: str, card: str, deed: str, answers: dict[str, str], *, lang: str = "en"
) -> tuple[int, str]:
    page = nobody.client.get(f"/answer/{campaign}?lang={lang}").text
    items = {f"item.{name}": value for name, value in answers.items()}
    sent = nobody.client.post(
        f"/answer/{campaign}", data=dict(FIELD.findall(page)) | {"card": card, "deed": deed} | items
    )
    return sent.status_code, unescape(sent.text)


def test_what_was_kept_is_there_again_and_counts_once_it_is_sent(
    campaign: str, hospital: Alder, nobody: Browser, enter: Enter
) -> None:
    card, house = drawn(enter("nora"), campaign), hospital.house
    status, page = does(nobody, campaign, card, "keep", {"safe-here": "1"})
    assert (status, "is not counted" in page) == (200, True)
    assert does(nobody, campaign, card, "keep", FIRST, lang="es")[1].count("Guardado, aún sin enviar") == 2
    status, page = does(nobody, campaign, card.lower(), "show", {})
    assert (status, dict(CHOSEN.findall(page))) == (200, FIRST)
    (box,) = carding.boxes(campaign, house.clerk.memory.get(campaign).state)
    assert house.ballots.take(box) == (), "kept is not sent"
    assert house.ballots.cards(box)[1] == 0, "its card is not used"
    assert "Thank you" in does(nobody, campaign, card, "send", FIRST | {"heard": "5"})[1]
    assert house.ballots.take(box) == ({"safe-here": 4, "heard": 5},)
    for deed in ("show", "keep"):
        assert "you had answered already" in does(nobody, campaign, card, deed, FIRST)[1]


def test_under_another_card_nothing_is_kept_and_what_was_chosen_stays(
    campaign: str, nobody: Browser, enter: Enter
) -> None:
    does(nobody, campaign, drawn(enter("nora"), campaign), "keep", FIRST)
    status, page = does(nobody, campaign, drawn(enter("sam"), campaign), "show", {"heard": "3"})
    assert (status, dict(CHOSEN.findall(page))) == (422, {"heard": "3"})
    assert "Nothing is kept under this card" in page
    for deed in ("keep", "show"):
        assert does(nobody, campaign, "AAAAA-AAAAA-AAAAA-AAAAA", deed, FIRST)[0] == 422


def test_only_what_can_be_answered_is_kept(campaign: str, nobody: Browser, enter: Enter) -> None:
    card = drawn(enter("nora"), campaign)
    for answers in ({}, {"heard": "7"}, {"nobody-asked": "1"}):
        assert does(nobody, campaign, card, "keep", answers)[0] == 422
    assert does(nobody, campaign, card, "show", {})[0] == 422


def test_from_a_poster_there_is_nothing_to_keep_it_under(hospital: Alder, nobody: Browser) -> None:
    hospital.on("2025-07-03")
    poster = hospital.does("marco", Open(unit="4-west", closes=CLOSES))
    assert "Keep it, I come back" not in nobody.client.get(f"/answer/{poster}").text
    assert "Thank you" in does(nobody, poster, "", "keep", FIRST)[1]
    assert hospital.house.ballots.count(poster) == 1


def test_it_is_thrown_away_when_the_survey_closes_and_lies_like_a_ballot_until_then(
    campaign: str, hospital: Alder, nobody: Browser, enter: Enter
) -> None:
    house = hospital.house
    card = drawn(enter("nora"), campaign)
    does(nobody, campaign, card, "keep", FIRST)
    for login in ("sam", "lena", "marco", "vera", hospital.joins("late", "4-west")):
        does(nobody, campaign, drawn(enter(login), campaign), "send", FIRST)
    (box,) = carding.boxes(campaign, house.clerk.memory.get(campaign).state)
    with sqlite3.connect(next(Path(house.directory).glob("ballots*.sqlite"))) as file:
        kinds = "SELECT DISTINCT length(id), length(campaign), length(nonce), length(body) FROM drawers"
        assert len(file.execute(kinds).fetchall()) == 1
    hospital.on(CLOSES)
    balloting.count(house)
    assert len(balloting.ballots_of(house, campaign)) == 5
    assert house.ballots.kept(box, card.replace("-", "")) is None
    with sqlite3.connect(next(Path(house.directory).glob("ballots*.sqlite"))) as file:
        assert file.execute("SELECT count(*) FROM drawers WHERE campaign LIKE 'kept-%'").fetchone() == (0,)
