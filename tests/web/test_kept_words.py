"""What was typed when a sign-in ran out: back for who typed it, never shown to anybody else."""

import re

from tests.web.alder import PASSWORD, Alder
from tests.web.conftest import Browser, Enter
from workflows.kernel.moments import DAY, MICRO

WORDS = "The lift rang all night and nobody came"


def types_too_late(hospital: Alder, browser: Browser) -> str:
    """Sends a form after the sign-in ran out; gives where that leads."""
    page = browser.get("/raise").text
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page))
    hospital.clock.moment += 20 * 60 * MICRO
    return browser.client.post("/raise", data=hidden | {"unit": "4-west", "what": WORDS}).headers["Location"]


def test_what_was_typed_comes_back_after_signing_in_and_is_sent(hospital: Alder, enter: Enter) -> None:
    hospital.account("nora")
    nora = enter("nora")
    assert types_too_late(hospital, nora) == "/sign-in"
    assert "it is here, for you alone" in nora.get("/sign-in").text
    assert list(hospital.house.ledger.streams("concern")) == []
    assert nora.send("/sign-in", login="nora", password=PASSWORD).headers["Location"] == "/kept"
    page = nora.get("/kept").text
    assert WORDS in page
    form = page.split('action="/raise"')[1].split("</form>")[0]
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', form))
    assert nora.client.post("/raise", data=hidden).headers["Location"] == "/answers"
    assert WORDS in nora.get("/answers").text
    assert nora.get("/kept").headers["Location"] == "/"


def test_nobody_else_is_shown_it(hospital: Alder, enter: Enter) -> None:
    for login in ("nora", "sam"):
        hospital.account(login)
    machine = enter("nora")
    types_too_late(hospital, machine)
    assert WORDS not in machine.get("/sign-in").text
    assert machine.send("/sign-in", login="sam", password=PASSWORD).headers["Location"] == "/"
    assert WORDS not in machine.client.get("/kept", follow_redirects=True).text
    machine.send("/sign-out")
    assert machine.send("/sign-in", login="nora", password=PASSWORD).headers["Location"] == "/kept"


def test_it_is_not_kept_for_long_nor_when_it_is_not_wanted(hospital: Alder, enter: Enter) -> None:
    hospital.account("nora")
    nora = enter("nora")
    types_too_late(hospital, nora)
    nora.send("/sign-in", login="nora", password=PASSWORD)
    nora.send("/kept")
    assert nora.get("/kept").headers["Location"] == "/"
    types_too_late(hospital, nora)
    hospital.clock.moment += DAY // 2
    assert nora.send("/sign-in", login="nora", password=PASSWORD).headers["Location"] == "/"


def test_nothing_of_it_is_written_anywhere(hospital: Alder, enter: Enter) -> None:
    types_too_late(hospital, enter("nora"))
    for file in hospital.house.directory.rglob("*"):
        assert not file.is_file() or WORDS.encode() not in file.read_bytes(), file


def test_whoever_did_nothing_is_told_why_they_were_signed_out(hospital: Alder, enter: Enter) -> None:
    hospital.account("nora")
    nora = enter("nora")
    hospital.clock.moment += 20 * 60 * MICRO
    assert nora.get("/answers").headers["Location"] == "/sign-in?next=%2Fanswers"
    assert "because nothing was done for 15 minutes" in nora.get("/sign-in?next=/answers").text
    assert "nothing was done" not in nora.get("/sign-in").text
    nora.send("/sign-in", login="nora", password=PASSWORD)
    nora.send("/sign-out")
    nora.get("/answers")
    assert "nothing was done" not in nora.get("/sign-in").text
