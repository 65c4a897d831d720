"""A paper card is typed in by two different people, and counts once both typed the same, like any other card."""

import re
from html import unescape

import pytest

from assessments.campaign.commands import Open
from services import balloting, carding
from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter
from tests.web.test_ballot_later import does
from tests.web.test_pages_card import CLOSES, drawn
from workflows.hospital.commands import Appoint

SAID = {"safe-here": "4", "heard": "2"}


@pytest.fixture
def campaign(hospital: Alder) -> str:
    hospital.joins("vera", "4-west")
    hospital.does(
        "operator", Appoint(person=hospital.who["ruth"], role="quality_director", since="2025-01-06"), "hospital"
    )
    hospital.on("2025-07-03")
    return hospital.does("marco", Open(unit="4-west", mode="anonymous", closes=CLOSES, least="5"))


def types(browser: Browser, campaign: str, card: str, **said: str) -> tuple[int, str]:
    items = {f"item.{name.replace('_', '-')}": value for name, value in said.items()}
    sent = browser.send(f"/campaign/{campaign}/paper", card=card, **items)
    return sent.status_code, unescape(sent.text)


def box_of(here: Alder, campaign: str) -> str:
    (box,) = carding.boxes(campaign, here.house.clerk.memory.get(campaign).state)
    return box


def test_it_counts_once_two_people_typed_the_same(campaign: str, hospital: Alder, enter: Enter) -> None:
    card, ines, ruth, box = drawn(enter("nora"), campaign), enter("ines"), enter("ruth"), box_of(hospital, campaign)
    assert f"/campaign/{campaign}/paper" in ines.get("/unit/4-west/surveys").text
    for _ in range(2):
        status, page = types(ines, campaign, card, safe_here="4", heard="2")
        assert (status, "Typed once." in page) == (200, True), "the same person twice is one person"
    assert hospital.house.ballots.take(box) == ()
    assert hospital.house.ballots.cards(box)[1] == 0
    assert "Both typed the same" in types(ruth, campaign, card.lower(), safe_here="4", heard="2")[1]
    assert hospital.house.ballots.take(box) == ({"safe-here": 4, "heard": 2},)
    assert hospital.house.ballots.cards(box)[1] == 1
    assert "was answered already" in types(ines, campaign, card, safe_here="1")[1]
    assert hospital.house.ballots.count(box) == 1


def test_where_they_differ_it_says_in_what_and_nothing_counts(campaign: str, hospital: Alder, enter: Enter) -> None:
    card, ines, ruth, box = drawn(enter("nora"), campaign), enter("ines"), enter("ruth"), box_of(hospital, campaign)
    types(ines, campaign, card, safe_here="4", heard="2")
    status, page = types(ruth, campaign, card, safe_here="4", heard="3", difference="5")
    assert status == 422
    said = re.search(r"typed this card otherwise: ([^<]*)\. Look at the paper", page)
    assert said is not None
    assert said[1] == "Something is better today because of me.; Today somebody listened to what I had to say."
    assert hospital.house.ballots.take(box) == ()
    assert "Typed once." in types(ines, campaign, card, safe_here="4", heard="3", difference="5")[1], (
        "by mistake, at first"
    )
    assert "Both typed the same" in types(ruth, campaign, card, safe_here="4", heard="3", difference="5")[1]
    assert hospital.house.ballots.take(box) == ({"safe-here": 4, "heard": 3, "difference": 5},)


def test_on_paper_or_on_a_phone_a_card_counts_once(
    campaign: str, hospital: Alder, nobody: Browser, enter: Enter
) -> None:
    card, box = drawn(enter("nora"), campaign), box_of(hospital, campaign)
    types(enter("ines"), campaign, card, heard="1")
    assert "Thank you" in does(nobody, campaign, card, "send", SAID)[1]
    assert "was answered already" in types(enter("ruth"), campaign, card, heard="1")[1]
    assert hospital.house.ballots.take(box) == ({"safe-here": 4, "heard": 2},)


@pytest.mark.parametrize("card", ["", "x", "AAAAA-AAAAA-AAAAA-AAAAA"])
def test_without_a_card_of_it_nothing_is_taken(campaign: str, enter: Enter, card: str) -> None:
    status, page = types(enter("ines"), campaign, card, heard="1")
    assert (status, "No card or link of this survey" in page) == (422, True)
    assert types(enter("ines"), campaign, card, heard="9999")[0] == 422


def test_whoever_leads_those_who_were_asked_types_nothing(campaign: str, enter: Enter) -> None:
    """They would read what their own people wrote."""
    for login in ("marco", "nora", "priya"):
        assert enter(login).get(f"/campaign/{campaign}/paper").status_code == 404
        assert f"/campaign/{campaign}/paper" not in enter(login).get("/unit/4-west/surveys").text


def test_what_only_one_has_typed_is_thrown_away_when_it_closes(campaign: str, hospital: Alder, enter: Enter) -> None:
    box = box_of(hospital, campaign)
    cards = [drawn(enter(login), campaign) for login in ("nora", "sam", "lena", "marco", "vera")]
    for card in cards:
        types(enter("ines"), campaign, card, heard="4")
    late = drawn(enter(hospital.joins("late", "4-west")), campaign)
    types(enter("ines"), campaign, late, heard="1")
    for card in cards:
        types(enter("ruth"), campaign, card, heard="4")
    hospital.on(CLOSES)
    assert enter("ines").get(f"/campaign/{campaign}/paper").status_code == 404
    balloting.count(hospital.house)
    assert balloting.ballots_of(hospital.house, campaign) == ({"heard": 4},) * 5
    assert hospital.house.ballots.count(f"typed-{box.removeprefix('campaign-')}") == 0
    state = hospital.house.clerk.memory.get(campaign).state
    assert (state.cards.drawn, state.cards.spent) == (6, 5), "reconciled like any other"
