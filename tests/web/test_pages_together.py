"""A sleep lab of six answers with 4 West: it is told so before, nobody sees it apart, and every answer of it counts."""

from typing import Any

import pytest
from flask import Flask

from assessments.campaign.commands import Open
from services import api, balloting
from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter
from tests.web.test_pages_card import CLOSES, answered, drawn
from workflows.unit import commands as unit

LAB = [f"lab{number}" for number in range(6)]
WARD = ["nora", "sam", "lena", "marco"]
BOTH = "4 West + Sleep Lab"


@pytest.fixture
def campaign(hospital: Alder) -> str:
    hospital.does("operator", unit.Open(slug="sleep-lab", name="Sleep Lab"))
    for login in LAB:
        hospital.joins(login, "sleep-lab")
    hospital.on("2025-07-03")
    return hospital.does("ines", Open(unit="4-west", also=("sleep-lab",), mode="anonymous", closes=CLOSES))


def asked(browser: Browser, unit: str | None = None) -> Any:
    """As a program reads it."""
    return browser.get("/api/v1/campaigns" + (f"?unit={unit}" if unit else "")).json["campaigns"]  # type: ignore[index] # a list


def test_they_are_told_before_they_answer(campaign: str, nobody: Browser, enter: Enter) -> None:
    told = f"{BOTH} are counted as one and never shown apart"
    assert told in nobody.client.get(f"/answer/{campaign}").text
    assert "never shown apart" in enter("lab0").get(f"/campaign/{campaign}/card").text
    assert "Draw a card" in enter("lab0").get("/unit/sleep-lab/surveys").text


def test_all_are_counted_as_one(campaign: str, hospital: Alder, nobody: Browser, enter: Enter, app: Flask) -> None:
    api.install(app, hospital.house)
    for login in (*LAB, *WARD):
        answered(nobody, campaign, drawn(enter(login), campaign), heard="4" if login in LAB else "2")
    hospital.on(CLOSES)
    balloting.count(hospital.house)
    for login, slug in (("marco", "4-west"), ("lab0", "sleep-lab")):
        page = enter(login).get(f"/unit/{slug}/surveys").text
        assert "10 answered." in page
        assert "60 %" in page
        assert "4 West and Sleep Lab" in page
        (told,) = asked(enter(login), slug)
        assert (told["units"], told["items"][1]["percent"]) == (["4-west", "sleep-lab"], 60)
        assert "60 % of 10" in enter(login).get(f"/scorecard?unit={slug}").text
        assert enter(login).get(f"/campaign/{campaign}").headers["Location"].startswith(f"/unit/{slug}/")
    assert "Nobody was asked yet" in enter("priya").get("/unit/icu/surveys").text
    assert asked(enter("priya")) == []
    assert enter("priya").get(f"/campaign/{campaign}").status_code == 404


def test_only_who_answers_for_the_hospital_asks_several(campaign: str, hospital: Alder, enter: Enter) -> None:
    marco = enter("marco").send(
        "/do/campaign/open?unit=4-west",
        unit="4-west",
        also="sleep-lab",
        mode="confidential",
        closes="2099-01-01",
        least="10",
    )
    assert "Ask the quality director" in marco.text
