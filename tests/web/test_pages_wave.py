"""A wave of the whole hospital: each step has its page, nobody but who publishes it sees anything before, and what is held
back is held back on every surface."""

import re

import pytest

from assessments.campaign.commands import Debrief, Publish
from assessments.campaign.waving import parts_of
from services import balloting, carding, surveyed
from tests.api.ward import over
from tests.web import waved
from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter
from tests.web.test_pages_card import answered, drawn
from tests.web.test_survey_export import sheet, taken

ENOUGH = {"4-west": (24, 12), "icu": (11, 4), "emergency": (15, 6), "sleep-lab": (5, 2)}
LOW = {"4-west": (24, 12), "icu": (6, 2), "emergency": (15, 6), "sleep-lab": (2, 1)}
"""Where the ICU and the laboratory answer together, eight do: too few."""


@pytest.fixture
def here(hospital: Alder) -> Alder:
    waved.staffed(hospital)
    return hospital.on("2025-07-03")


def text(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_it_is_planned_locked_and_begun_on_its_page(here: Alder, enter: Enter) -> None:
    ines = enter("ines")
    assert "No wave was planned yet" in ines.get("/surveys").text
    sent = ines.send(
        "/do/campaign/plan", units=list(waved.UNITS), instrument="unit-safety", mode="anonymous", closes="2025-07-17"
    )
    assert sent.status_code in (200, 303), sent.text
    (stream,) = here.house.ledger.streams("campaign")
    draft = text(ines.get(f"/wave/{stream}").text)
    assert "Sleep Lab" in draft
    assert re.search(r"Sleep Lab\s+People\s+6\s+Counted\s+with ICU", draft), draft
    assert "next" in draft
    for verb, stands in (("lock", "locked, not begun"), ("launch", "open")):
        ines.send(f"/do/campaign/{verb}?to={stream}", to=stream)
        assert stands in ines.get(f"/wave/{stream}").text
    assert "ICU + Sleep Lab" in ines.get(f"/wave/{stream}").text
    assert ines.get(f"/campaign/{stream}").location == f"/wave/{stream}"
    assert enter("marco").get(f"/wave/{stream}").status_code == 404
    assert enter("marco").get("/surveys").status_code == 404


def test_whoever_works_in_it_draws_a_card_and_is_told_who_is_counted_together(
    here: Alder, nobody: Browser, enter: Enter
) -> None:
    stream = waved.begun(here)
    page = enter("lab0").get("/unit/sleep-lab/surveys").text
    assert "ICU and Sleep Lab are counted as one" in page
    assert "Draw a card" in page
    assert "counted as one" not in enter("nora").get("/unit/4-west/surveys").text
    assert "ICU and Sleep Lab are counted as one" in enter("lab0").get(f"/campaign/{stream}/card").text
    card = drawn(enter("lab0"), stream)
    ballot = nobody.client.get(f"/answer/{stream}").text
    assert "ICU + Sleep Lab are counted as one" in ballot
    assert "Each unit is shown by itself only if at least 10" in ballot
    assert answered(nobody, stream, card, speak_up="4")[0] in (200, 422)
    assert enter("ines").get(f"/campaign/{stream}/card").status_code == 404


def test_before_it_is_published_nobody_else_sees_anything(here: Alder, enter: Enter) -> None:
    stream = waved.counted(here, ENOUGH)
    for login in ("rosa", "marco"):
        page = enter(login).get(f"/wave/{stream}")
        assert page.status_code == 404 or "What they said" not in page.text, login
        assert enter(login).get(f"/wave/{stream}/figures.csv").status_code == 404
    assert "Nobody was asked yet" in enter("marco").get("/unit/4-west/surveys").text
    ines = enter("ines").get(f"/wave/{stream}").text
    assert "What they said" in ines
    assert "nobody else sees it yet" in ines
    here.does("ines", Publish(), stream)
    assert "What they said" in enter("rosa").get(f"/wave/{stream}").text
    marco = enter("marco").get("/unit/4-west/surveys").text
    assert "24 answered." in marco
    assert "In the hospital" in marco
    assert "ICU" not in text(marco).split("How it is asked")[0]


def test_as_many_cards_as_ballots_in_every_group_and_in_all(here: Alder, enter: Enter) -> None:
    stream = waved.counted(here, ENOUGH)
    page = text(enter("ines").get(f"/wave/{stream}").text)
    assert "24 used: as many as ballots" in page
    assert "16 used: as many as ballots" in page
    assert "55 used: as many as ballots" in page
    assert "also where it is not told how many" in page
    wave = waved.wave_of(here, stream)
    assert wave.cards is not None
    assert (wave.ballots, wave.cards.spent) == (55, 55)
    assert not carding.is_left(here.house, stream, wave)


def test_where_too_few_answered_another_is_held_back_on_every_surface(here: Alder, enter: Enter) -> None:
    """4 West is told, the hospital is told: Emergency with its fifteen is not, for the eight would follow."""
    stream = waved.counted(here, LOW)
    here.does("ines", Publish(), stream)
    page = text(enter("ines").get(f"/wave/{stream}").text)
    assert "held back: with it, what few people said could be worked out" in page
    assert "too few answered to be shown alone" in page
    found = surveyed.found(here.house, stream, waved.wave_of(here, stream))
    assert found is not None
    assert [one.ballots for one in found.groups] == [24, None, None]
    assert {said.percent for one in found.groups[1:] for said in one.items} == {None}
    api = over(here.house, here.who)
    told = api.reads("ines", "/waves")["waves"][0]
    assert [one["ballots"] for one in told["groups"]] == [24, None, None]
    assert {said["n"] for one in told["groups"][1:] for said in one["items"]} == {None}
    parts = parts_of(stream, waved.wave_of(here, stream))
    by_unit = {one["id"]: one for one in api.reads("ines", "/campaigns")["campaigns"]}
    assert [by_unit[part]["ballots"] for part in parts] == [24, None, None]
    assert {said["percent"] for part in parts[1:] for said in by_unit[part]["items"]} == {None}
    icu = enter("priya").get("/unit/icu/surveys").text
    assert "Too few of you answered to be shown alone" in icu
    held = enter("ines").get("/unit/emergency/surveys").text
    assert "Enough of you answered. It is held back all the same" in held
    assert "15" not in text(held).split("How it is asked")[0].split("Enough of you")[1]
    files = taken(here, parts[2])
    assert files is not None
    assert {row["n"] for row in sheet(files, "scores.csv")} == {""}
    assert api.get("marco", "/waves").status_code == 404
    csv = enter("ines").get(f"/wave/{stream}/figures.csv").text.splitlines()
    assert (
        sum(line.startswith("hospital,68,47,") for line in csv) == sum(line.startswith("4-west,") for line in csv) == 7
    )
    held_back = [line for line in csv if line.startswith(("icu+sleep-lab,", "emergency,"))]
    assert {line.split(",", 2)[2].split(",")[0] for line in held_back} == {""}
    assert all(",,,,,,too few answered" in line for line in held_back)
    assert enter("marco").get(f"/wave/{stream}/figures.csv").status_code == 404
    scorecard = enter("ines").get("/scorecard?unit=emergency")
    assert scorecard.status_code == 200
    assert "What people here say" not in scorecard.text
    assert "What people here say" in enter("ines").get("/scorecard?unit=4-west").text
    assert waved.wave_of(here, stream).groups == (0,)


def test_what_was_settled_stays_so_whatever_a_later_program_would_say(
    here: Alder, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = waved.counted(here, LOW)
    before = surveyed.found(here.house, stream, waved.wave_of(here, stream))
    with monkeypatch.context() as later:
        for where in ("services.settling.enough", "services.settling.settled"):
            later.setattr(where, lambda *_: frozenset({"", "0", "1", "2"}))
        assert surveyed.found(here.house, stream, waved.wave_of(here, stream)) == before
    balloting.count(here.house)
    assert waved.wave_of(here, stream).groups == (0,)


def test_each_unit_says_what_follows_and_the_wave_says_how_many_have(here: Alder, enter: Enter) -> None:
    stream = waved.counted(here, ENOUGH)
    assert f"/campaign/{stream}" in enter("ines").get("/desk").text
    here.does("ines", Publish(), stream)
    part = parts_of(stream, waved.wave_of(here, stream))[0]
    assert f"/campaign/{part}" in enter("marco").get("/desk").text
    here.does("marco", Debrief(keep="Whoever is new asks first"), part)
    assert "1 of 3 have said what follows" in text(enter("ines").get(f"/wave/{stream}").text)
    assert "We keep: Whoever is new asks first" in enter("nora").get("/unit/4-west/surveys").text
    past = enter("ines").get(f"/wave/{stream}?day=2025-07-10&look=as_of").text
    assert "What they said" not in past
