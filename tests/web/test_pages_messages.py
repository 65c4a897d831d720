"""Messages of leaders: on the board and the desk of those they are for, read back with one tap, counted without names."""

import re

import pytest

from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter
from workflows.message import commands as m


@pytest.fixture
def message(hospital: Alder) -> str:
    return hospital.does("dana", m.Send(unit="4-west", topic="safety", words="Two check every bag <b>now</b>"))


def tap(browser: Browser, page: str, stream: str) -> str | None:
    """The button under the message, as it stands on that page."""
    found = browser.get(page).text.split(f"read_back?to={stream}", 1)[1]
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', found)[:2])
    return browser.client.post(f"/do/message/read_back?to={stream}", data=hidden).location


@pytest.mark.parametrize("page", ["/unit/4-west", "/desk", "/messages?unit=4-west"])
def test_it_waits_where_people_look_and_one_tap_is_enough(message: str, page: str, enter: Enter) -> None:
    nora = enter("nora")
    assert "Two check every bag &lt;b&gt;now" in nora.get(page).text
    assert tap(nora, page, message) == page
    assert f"read_back?to={message}" not in nora.get(page).text
    assert f"read_back?to={message}" in enter("sam").get(page).text


def test_its_sender_sees_how_many_and_what_they_understood_and_no_names(message: str, enter: Enter) -> None:
    nora = enter("nora")
    said = "I call before I hang it"
    assert nora.send(f"/do/message/read_back?to={message}", words=said).location == "/messages"
    page = enter("dana").get("/messages?unit=4-west").text
    assert "Read back by 1 of 4 people" in page
    assert said in page
    assert "Nora" not in page.split("<main", 1)[1]
    assert said not in enter("sam").get("/messages?unit=4-west").text
    assert nora.send(f"/do/message/read_back?to={message}", words="Again").status_code == 409


def test_what_is_said_to_everybody_reaches_every_unit(hospital: Alder, enter: Enter) -> None:
    words = "Nobody works alone on New Year’s Eve"
    stream = hospital.does("ines", m.Send(topic="staffing", words=words))
    for login in ("kim", "nora"):
        assert words in enter(login).get("/desk").text
        assert enter(login).send(f"/do/message/read_back?to={stream}").status_code == 303
    dana = enter("ines").get("/messages")
    assert "Everybody here" in dana.text


def test_it_is_taken_back_with_its_reason(message: str, enter: Enter) -> None:
    dana = enter("dana")
    assert f"take_back?to={message}" in dana.get("/messages?unit=4-west").text
    assert dana.send(f"/do/message/take_back?to={message}", reason="The pharmacy does it").status_code == 303
    assert "The pharmacy does it" in dana.get("/messages?unit=4-west").text
    assert "Two check" not in enter("nora").get("/unit/4-west").text
