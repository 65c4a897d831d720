"""The guided stops: each opens, shows its day, and what it promises to show was so."""

import re

from services.house import House
from services.web.pages.tour.page import STOPS
from tests.sample.test_places import signed_in

STOP = re.compile(r'href="(/unit/[a-z0-9-]+/replay\?on=[0-9-]+)"')


def test_each_stop_opens_on_its_day(alder: House) -> None:
    client = signed_in(alder, "ines")
    stops = STOP.findall(client.get("/show-me").text)
    assert len(stops) == len(STOPS) == 8
    for href in stops:
        page = client.get(href)
        assert page.status_code == 200, href


def test_the_lift_was_said_to_be_gone_and_was_not(alder: House) -> None:
    client = signed_in(alder, "ines")
    stops = STOP.findall(client.get("/show-me").text)
    assert "locked in the day clinic" in client.get(stops[4]).text
    assert "waiting on" in client.get(stops[3]).text.lower()


def test_a_nurse_is_led_over_her_own_unit_alone(alder: House) -> None:
    stops = STOP.findall(signed_in(alder, "nora").get("/show-me").text)
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
