"""The guided stops: each opens, shows its day, and what it promises to show was so."""

import html
import re
import shutil
from pathlib import Path

from flask.testing import FlaskClient

from services import bootstrap, code
from services.clerk.asking import Told
from services.clerk.reception import Call
from services.house import House
from services.intake import said
from services.web.telling.guided import STOPS
from tests.sample.test_places import signed_in
from tests.web.test_pages_replay import words
from workflows.concern.commands import Raise

STOP = re.compile(r'<h2[^>]*><a href="(/unit/[a-z0-9-]+/replay\?as_of=\d+&amp;on=[0-9-]+)"')


def stops_of(client: FlaskClient) -> list[str]:
    return [html.unescape(href) for href in STOP.findall(client.get("/show-me").text)]


def test_each_stop_opens_on_its_day(alder: House) -> None:
    client = signed_in(alder, "ines")
    stops = stops_of(client)
    assert len(stops) == len(STOPS) == 8
    for href in stops:
        page = client.get(href)
        assert page.status_code == 200, href


def test_each_stop_shows_what_it_tells(alder: House) -> None:
    client = signed_in(alder, "ines")
    pages = [words(client.get(href).text).lower() for href in stops_of(client)]
    shown = (
        "heparin",
        "two fixed where we stood",
        "they say",
        "finance holds 1",
        "the unit found it still there",
        "29 answers were counted",
        "the letter went out",
        "known as not on record it was owed",
    )
    missing = [what for what, page in zip(shown, pages, strict=True) if what not in page.split("how the unit stood")[1]]
    assert missing == []


def test_the_stops_stand_on_the_bar_and_lead_on(alder: House) -> None:
    client = signed_in(alder, "ines")
    stops = stops_of(client)
    page = html.unescape(client.get(stops[3]).text)
    assert "Show me, stop 4: Forty-seven days on a desk." in page
    assert f'<a href="{stops[4]}">Next: It is not gone</a>' in page
    assert all(f'<a href="{href}"' in page for href in stops)
    assert "Holder Vice-president, finance Holds 1 Past their day 0 Longest 46 days" in words(page)
    on_the_bar = re.findall(r"<title>Show me, stop (\d)", page)
    assert sorted(set(on_the_bar)) == [str(n) for n, one in enumerate(STOPS, 1) if one.unit == "4-west"]


def test_a_stop_shows_the_same_whatever_is_done_in_the_sample_afterwards(home: Path, tmp_path: Path) -> None:
    copied = shutil.copytree(home / "sample", tmp_path / "sample")
    with bootstrap.open_house(copied) as house:
        client = signed_in(house, "ines")
        stops = stops_of(client)
        before = [shown(client, href) for href in stops]
        told = house.reception.speak(said(Raise(unit="4-west", what="A late word")), Call(id=code.mint(), via="page"))
        assert isinstance(told, Told)
        house.reader.pull()
        assert stops_of(client) == stops
        assert [shown(client, href) for href in stops] == before


def shown(client: FlaskClient, href: str) -> str:
    """What a stop tells, without its forms."""
    return client.get(href).text.split('id="stop"')[1].split("</main>")[0]


def test_the_lift_was_said_to_be_gone_and_was_not(alder: House) -> None:
    client = signed_in(alder, "ines")
    stops = stops_of(client)
    assert "locked in the day clinic" in client.get(stops[4]).text


def test_a_nurse_is_led_over_her_own_unit_alone(alder: House) -> None:
    stops = stops_of(signed_in(alder, "nora"))
    assert stops
    assert all("/4-west/" in href for href in stops)


def test_a_unit_that_went_on_as_another_fills_no_list_and_stands_on_the_board_of_the_other(alder: House) -> None:
    ines = signed_in(alder, "ines")
    assert "it goes on with what was" in ines.get("/unit/4-west").text
    for path in ("/units", "/month", "/partners"):
        assert "4 East" not in ines.get(path).text, path
    assert "Until" in ines.get("/unit/sleep-lab").text


def test_what_happened_by_itself_is_nobodys_who_left(alder: House) -> None:
    client = signed_in(alder, "ines")
    page = client.get("/unit/4-west/replay?on=2026-06-18").text
    assert "Closed" in page
    assert "by itself" in page
    assert "no longer in the directory" not in page
