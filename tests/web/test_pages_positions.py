"""A wave by what people do: settled in piles before anybody answers, told where each position may be told."""

import html
import io
import re

import pytest
from openpyxl import load_workbook

from assessments.campaign import Campaign
from assessments.campaign.commands import Publish
from assessments.campaign.waving import parts_of
from services import carding
from services.clerk.access import OPERATOR
from services.exporting.survey import bundle, workbook
from tests.api.ward import over
from tests.web import waved
from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter

GIVEN = ((25, 10), (13, 6), (12, 5), (14, 9), (11, 4))
"""4 West: care and those who lead, physicians; ICU and laboratory together; Emergency: care, physicians."""


@pytest.fixture
def here(hospital: Alder) -> Alder:
    waved.staffed(hospital)
    waved.with_physicians(hospital)
    return hospital.on("2025-07-03")


def text(page: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", page)))


def test_people_part_into_piles_of_ten_or_more_and_answer_with_cards_of_their_pile(
    here: Alder, nobody: Browser
) -> None:
    stream = waved.by_position(here, [(0, 0)] * 5, "2025-07-10")
    wave = waved.wave_of(here, stream)
    assert wave.roster is not None
    piles = [(pile.group, pile.positions, pile.eligible) for pile in wave.roster.piles]
    assert piles == [
        (0, "care+lead", 30),
        (0, "physician", 12),
        (1, "care+lead+physician", 21),
        (2, "care", 20),
        (2, "physician", 10),
    ]
    assert sum(pile.cards for pile in wave.roster.piles) == sum(wave.roster.cards)
    of = carding.people(here.house, wave)
    assert [of[here.who[login]] for login in ("nora", "marco", "dr-4-west3", "dr-icu1", "lab2", "dr-emergency0")] == [
        0,
        0,
        1,
        2,
        2,
        4,
    ]
    late = here.joins("late", "emergency", "team_leader")
    assert carding.people(here.house, wave)[here.who[late]] == 3, "who leads there now answers with the most common"


def test_each_position_is_told_in_its_unit_and_the_hospital_is_the_sum_of_what_is_told(
    here: Alder, enter: Enter
) -> None:
    stream = waved.by_position(here, GIVEN)
    here.does("ines", Publish(), stream)
    page = text(enter("ines").get(f"/wave/{stream}").text)
    assert "Physicians: 24 of 22 who could, of 4 West + Emergency." in page
    assert "Those who give care and those who lead, 25 of 30 answered" in page
    assert "Physicians, 24 of 22 answered" in page
    marco = text(enter("marco").get("/unit/4-west/surveys").text)
    assert "Physicians, 13 of 12 answered" in marco
    assert "By what people do" not in text(enter("priya").get("/unit/icu/surveys").text)
    api = over(here.house, here.who)
    told = api.reads("ines", "/waves")["waves"][0]
    of = {
        "+".join(one["positions"]): (one["units"], one["eligible"], one["ballots"])
        for one in told["whole"]["positions"]
    }
    assert of["physician"] == (["4-west", "emergency"], 22, 24)
    assert [len(group["positions"]) for group in told["groups"]] == [2, 0, 2]
    part = parts_of(stream, waved.wave_of(here, stream))[0]
    (row,) = [one for one in api.reads("ines", "/campaigns")["campaigns"] if one["id"] == part]
    assert row["positions"] == told["groups"][0]["positions"]
    lines = enter("ines").get(f"/wave/{stream}/figures.csv").text.splitlines()
    assert sum(line.startswith("hospital,") and line.endswith(",physician") for line in lines) == 7
    sheets = load_workbook(io.BytesIO(_workbook(here, part)))
    assert [row[0].value for row in sheets["Positions"]][1] == "care+lead"


def test_where_one_position_answered_too_little_none_of_that_unit_is_told(here: Alder, enter: Enter) -> None:
    stream = waved.by_position(here, ((25, 10), (9, 6), (12, 5), (14, 9), (11, 4)))
    here.does("ines", Publish(), stream)
    assert "34 answered." in text(enter("marco").get("/unit/4-west/surveys").text)
    assert "By what people do" not in enter("marco").get("/unit/4-west/surveys").text
    page = text(enter("ines").get(f"/wave/{stream}").text)
    assert "Physicians: 11 of 10 who could, of Emergency." in page


def test_who_answers_is_told_before(here: Alder, nobody: Browser) -> None:
    staying = waved.by_position(here, [(0, 0)] * 5)
    here.on("2025-07-16")
    page = nobody.client.get(f"/answer/{staying}").text
    assert "also told by what people do" in html.unescape(page)
    assert "según lo que hace cada quien" in html.unescape(nobody.client.get(f"/answer/{staying}?lang=es").text)


def _workbook(here: Alder, part: str) -> bytes:
    state, whole = here.house.clerk.memory.get(part).state, io.BytesIO()
    assert isinstance(state, Campaign)
    what = bundle.taken(here.house, part, state)
    assert what is not None
    workbook.write(whole, here.house, OPERATOR, what)
    return whole.getvalue()
