"""What people write in a survey: in no file, line or address; read by one person after the close, without a unit; shown without
names, all at once, to whoever reads the results, and beside a unit only where enough of it wrote."""

import html
import json
import logging
from contextlib import closing
from pathlib import Path

import pytest

from assessments.campaign.commands import Launch, Lock, Open, Plan, Publish
from assessments.campaign.waving import parts_of
from services import balloting, carding, code, commenting, under_seal
from services.verification.documents import Documents
from tests.api.ward import over
from tests.web import waved
from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter
from tests.web.test_pages_card import FIELD, drawn
from tests.web.test_survey_export import sheet, taken

CANARY = "quokka"
"""A word of every comment."""
CLOSES = "2025-07-10"
NAMED = f"Ask Marco Bell’s night about the {CANARY}"


@pytest.fixture
def here(hospital: Alder) -> Alder:
    return hospital.on("2025-07-03")


@pytest.fixture
def wave(here: Alder) -> str:
    """Of 4 West twelve wrote something, in the ICU and the laboratory four, in Emergency eleven."""
    waved.staffed(here)
    plan = Plan(units=waved.UNITS, instrument="unit-safety", mode="anonymous", closes=CLOSES, comments=True)
    stream = here.does("ines", plan)
    here.does("ines", Lock(), stream)
    here.does("ines", Launch(), stream)
    state = waved.wave_of(here, stream)
    carding.stock(here.house, stream, state)
    for box, unit, people in zip(carding.boxes(stream, state), ("west", "icu", "emergency"), (12, 4, 11), strict=True):
        for number in range(people + 8):
            card = here.house.draws.draw(stream, box, f"{unit}{number}", code.mint())
            said = f"{unit} {number} {CANARY}" if number < people else ""
            assert here.house.ballots.put(box, card, {"speak-up": 4}, said)
    here.on(CLOSES)
    balloting.count(here.house)
    return stream


def looked(browser: Browser, stream: str, number: int, verdict: str = "show", **more: str) -> tuple[int, str]:
    typed = {f"{name}-{number}": value for name, value in {"verdict": verdict, **more}.items()}
    answer = browser.send(f"/campaign/{stream}/comments", comment=str(number), **typed)
    return answer.status_code, html.unescape(answer.text)


def everywhere(house_at: Path) -> str:
    return "".join(
        found.read_bytes().decode("latin-1")
        for found in house_at.rglob("*")
        if found.is_file() and found.stat().st_size
    )


def test_a_comment_is_sent_with_the_answers_and_stands_in_no_file_line_or_address(
    here: Alder, nobody: Browser, enter: Enter, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    stream = here.does("marco", Open(unit="4-west", closes=CLOSES, comments=True))
    page = nobody.client.get(f"/answer/{stream}")
    assert "without your unit, day or answers" in html.unescape(page.text)
    form = dict(FIELD.findall(page.text))
    long = nobody.client.post(f"/answer/{stream}", data=form | {"item.heard": "4", "comment": "x" * 1_001})
    assert (long.status_code, "Shorten it to 1000" in long.text) == (422, True)
    sent = nobody.client.post(f"/answer/{stream}", data=form | {"item.heard": "4", "comment": f" {CANARY}\r\n\0here "})
    assert (sent.status_code, sent.headers.get("Location")) == (200, None)
    again = nobody.client.post(f"/answer/{stream}", data=form | {"item.heard": "4", "comment": f"{CANARY} twice"})
    assert again.status_code == 200
    assert here.house.ballots.comments(stream) == (f"{CANARY}\nhere",), "the same form is one ballot and one comment"
    for number in range(9):
        here.house.ballots.put(stream, f"C{number}", {"heard": 4}, f"{number} {CANARY}")
    assert enter("ines").get(f"/campaign/{stream}/comments").status_code == 404, "nobody reads before the close"
    here.on(CLOSES)
    balloting.count(here.house)
    assert here.house.ballots.comments(stream) == (), "what was gathered is gone from the box"
    assert CANARY in enter("ines").get(f"/campaign/{stream}/comments").text
    ines = enter("ines")
    for number in range(1, 11):
        assert looked(ines, stream, number)[0] == 303
    shown = ines.send(f"/do/campaign/show_comments?to={stream}", to=stream)
    assert CANARY not in shown.headers.get("Location", "")
    assert enter("nora").get("/unit/4-west/surveys").text.count(CANARY) == 10
    assert CANARY not in everywhere(here.house.directory)
    assert CANARY not in caplog.text


def test_where_nobody_is_invited_nothing_that_is_sent_is_kept(here: Alder, nobody: Browser) -> None:
    stream = here.does("marco", Open(unit="4-west", closes=CLOSES))
    page = nobody.client.get(f"/answer/{stream}").text
    assert 'name="comment"' not in page
    form = dict(FIELD.findall(page)) | {"item.heard": "4", "comment": CANARY}
    assert nobody.client.post(f"/answer/{stream}", data=form).status_code == 200
    assert here.house.ballots.count(stream) == 1
    assert here.house.ballots.comments(stream) == ()


def test_what_was_begun_is_kept_under_a_card_and_comes_back(here: Alder, nobody: Browser, enter: Enter) -> None:
    here.joins("vera", "4-west")
    asks = Open(unit="4-west", mode="anonymous", closes=CLOSES, least="5", comments=True)
    stream = here.does("marco", asks)
    card = drawn(enter("nora"), stream)
    form = dict(FIELD.findall(nobody.client.get(f"/answer/{stream}").text)) | {"card": card, "item.heard": "4"}
    assert nobody.client.post(f"/answer/{stream}", data=form | {"deed": "keep", "comment": CANARY}).status_code == 200
    form = dict(FIELD.findall(nobody.client.get(f"/answer/{stream}").text)) | {"card": card}
    assert CANARY in nobody.client.post(f"/answer/{stream}", data=form | {"deed": "show"}).text
    (box,) = carding.boxes(stream, here.house.clerk.memory.get(stream).state)
    assert here.house.ballots.comments(box) == (), "kept is not sent"


def test_one_person_reads_them_first_without_a_unit_and_takes_out_names(here: Alder, enter: Enter) -> None:
    stream = here.does("marco", Open(unit="4-west", closes=CLOSES, comments=True))
    for number in range(10):
        here.house.ballots.put(stream, f"C{number}", {"heard": 4}, NAMED if number == 0 else f"{number} {CANARY}")
    here.on(CLOSES)
    balloting.count(here.house)
    for login in ("marco", "ruth", "nora", "pia"):
        assert enter(login).get(f"/campaign/{stream}/comments").status_code == 404, login
    assert f"/campaign/{stream}" in enter("ines").get("/desk").text
    ines = enter("ines")
    state = here.house.clerk.memory.get(stream).state
    number = next(one.number for one in commenting.to_review(here.house, stream, state) if one.text == NAMED)
    page = html.unescape(ines.get(f"/campaign/{stream}/comments?again={number}").text)
    assert NAMED in page
    assert "4 West" not in page
    assert 'value="marco bell"' in page, "whose name stands in the directory is to be taken out already"
    status, said = looked(ines, stream, number, without="marco osei")
    assert (status, "does not stand in what was written" in said) == (422, True)
    assert looked(ines, stream, number, without="Marco, bell")[0] == 303
    for other in range(1, 11):
        if other != number:
            assert looked(ines, stream, other, verdict="hide")[0] == 409, "a reason is asked for"
            assert looked(ines, stream, other, verdict="hide" if other < 3 else "show", reason="It tells who")[0] == 303
    ines.send(f"/do/campaign/show_comments?to={stream}", to=stream)
    nora = html.unescape(enter("nora").get("/unit/4-west/surveys").text)
    assert f"Ask […] night about the {CANARY}" in nora
    hidden = sum(other < 3 for other in range(1, 11) if other != number)
    assert nora.count(CANARY) == 10 - hidden
    assert "It tells who" not in nora
    assert looked(ines, stream, number, verdict="hide", reason="They know it anyway")[0] == 303
    assert "[…]" not in enter("nora").get("/unit/4-west/surveys").text, "taken back from every page at once"
    assert "[…]" not in enter("nora").get("/unit/4-west/surveys?day=2025-07-10&look=as_of").text


def test_beside_a_unit_stands_what_enough_of_it_wrote_and_the_rest_is_told_among_that_of_all(
    here: Alder, wave: str, enter: Enter
) -> None:
    """Four of the ICU wrote: with Emergency's eleven that is enough, so neither stands alone."""
    here.does("ines", Publish(), wave)
    ines = enter("ines")
    for number in range(1, 28):
        assert looked(ines, wave, number)[0] == 303
    assert CANARY not in enter("rosa").get(f"/wave/{wave}").text, "looked at is not shown yet"
    ines.send(f"/do/campaign/show_comments?to={wave}", to=wave)
    told = html.unescape(enter("rosa").get(f"/wave/{wave}").text)
    assert told.count(CANARY) == 27
    marco = enter("marco").get("/unit/4-west/surveys").text
    assert marco.count(f" {CANARY}") == marco.count("west ") - marco.count("4-west ") == 12
    for login, unit in (("priya", "icu"), ("ines", "emergency")):
        assert CANARY not in enter(login).get(f"/unit/{unit}/surveys").text, unit
    api = over(here.house, here.who)
    assert len(api.reads("ines", "/waves")["waves"][0]["comments"]) == 27
    first = api.reads("ines", f"/campaigns/{wave}/comments")["comments"][0]
    assert (first["number"], first["verdict"], first["without"]) == (1, "show", [])
    assert api.get("rosa", f"/campaigns/{wave}/comments").status_code == 404
    parts = parts_of(wave, waved.wave_of(here, wave))
    by_unit = {one["id"]: one["comments"] for one in api.reads("ines", "/campaigns")["campaigns"]}
    assert [len(by_unit[part]) for part in parts] == [12, 0, 0]
    files = taken(here, parts[0])
    assert files is not None
    assert len(sheet(files, "comments.csv")) == 12


def test_what_lies_sealed_ties_no_comment_of_few_to_a_group(here: Alder, wave: str) -> None:
    """Whoever has every key reads of which unit those of 4 West are, where twelve wrote, and of no others."""
    state = waved.wave_of(here, wave)
    assert state.comments is not None
    assert state.comments.digest is not None
    lying = under_seal.unsealed(here.house, wave, state.comments.digest, under_seal.COMMENTS)
    assert lying is not None
    groups = [one["group"] for one in json.loads(lying)["comments"]]
    assert {group: groups.count(group) for group in set(groups)} == {0: 12, None: 15}


def test_whoever_takes_them_away_is_found_out(here: Alder, wave: str) -> None:
    """What the record says was written is either there or missed, as ballots are."""
    state = waved.wave_of(here, wave)
    assert state.comments is not None
    assert state.comments.digest is not None
    rows = [row for row in here.house.ledger.entries(0, 10_000) if row.name == "campaign.comments_gathered"]
    assert len(rows) == 1
    directory = here.house.directory
    with closing(Documents(directory / "attachments.sqlite", directory / "intake.sqlite")) as documents:
        assert list(documents.missing(rows[0], set())) == []
        here.house.attachments.remove(state.comments.digest)
        assert len(list(documents.missing(rows[0], set()))) == 1
