"""Every number of the sample's figures opens a list of what it counts, and the list is as long as the number says."""

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from services.house import House
from services.meanings import shipped
from tests.sample.test_places import signed_in

UNITS = ("", "4-west", "icu", "emergency", "sleep-lab")
FIGURE = re.compile(
    r'role="rowheader">.*?<a href="(/figures/[a-z_]+(?:\?[^"]*)?)">.*?</th>'
    r"\s*<td.*?</span><span>(.*?)</span></td>\s*<td.*?</span><span>(.*?)</span></td>",
    re.DOTALL,
)
END = re.compile(r'<a href="(/figures/ended/[^"]+)">[^<]*: (\d+)</a>')
LINE = re.compile(r'<tr class="nhsuk-table__row" role="row">.*?</tr>', re.DOTALL)
LISTED = re.compile(r"What is behind it: (\d+) of (\d+) count")
OF_A_PARTNER = ("met", "rounds", "technical", "adaptive", "overdue")
MANY = 100
"""No more are listed on a page."""
UNLISTED = "/figures/public"
"""Its things would tell who speaks."""


@pytest.fixture
def ines(alder: House) -> FlaskClient:
    alder.reader.pull()
    return signed_in(alder, "ines")


@pytest.mark.parametrize("months", [12, 3])
@pytest.mark.parametrize("unit", UNITS)
def test_each_figure_opens_as_many_things_as_it_counts(ines: FlaskClient, unit: str, months: int) -> None:
    page = ines.get(f"/figures?unit={unit}&months={months}").text
    figures = FIGURE.findall(page)
    assert len(figures) == len(shipped().figures) - (0 if unit else len(OF_A_PARTNER)), "none is left out"
    for address, value, of in figures:
        href = unescape(address)
        numbers = [int(one) for one in re.findall(r"\d+", of)]
        if href.startswith(UNLISTED) or value == "nothing yet":
            continue
        behind = ines.get(href).text
        said = LISTED.search(behind)
        assert said, href
        assert [int(one) for one in said.groups()] == numbers[:2], href
        counted = behind[said.start() :].count('role="rowheader"')
        left_out = re.search(r"(\d+) more are counted", behind)
        assert counted + (int(left_out[1]) if left_out else 0) == numbers[1], href
        assert counted <= MANY


@pytest.mark.parametrize(
    "page", [*(f"/figures?unit={unit}" for unit in UNITS), *(f"/unit/{unit}" for unit in UNITS if unit)]
)
def test_each_end_of_the_bar_opens_its_voices(ines: FlaskClient, page: str) -> None:
    ends = END.findall(ines.get(page).text)
    assert ends
    for address, number in ends:
        behind = ines.get(unescape(address)).text
        left_out = re.search(r"(\d+) more are counted", behind)
        assert behind.count('role="rowheader"') + (int(left_out[1]) if left_out else 0) == int(number), address


NUMBER = re.compile(r'figures__number"><a href="([^"]*/month/[^"]+)">(\d+)</a>')


@pytest.mark.parametrize("page", ["/month", *(f"/unit/{unit}/month" for unit in UNITS if unit)])
@pytest.mark.parametrize("day", ["2026-05-31", "2026-10-31"])
def test_each_number_of_a_month_opens_as_many(ines: FlaskClient, page: str, day: str) -> None:
    numbers = NUMBER.findall(ines.get(f"{page}?on={day}").text)
    assert numbers or page != "/month"
    for address, number in numbers:
        behind = ines.get(unescape(address)).text
        left_out = re.search(r"(\d+) more are counted", behind)
        assert behind.count('role="rowheader"') + (int(left_out[1]) if left_out else 0) == int(number), address


ASK = re.compile(r'<a href="(/figures/asks/[^"]+)">.*?</th>\s*<td.*?</td>\s*<td.*?</span><span>(\d+)</span>', re.DOTALL)


@pytest.mark.parametrize("unit", UNITS)
def test_each_number_of_asks_opens_as_many(ines: FlaskClient, unit: str) -> None:
    asks = ASK.findall(ines.get(f"/figures?unit={unit}").text)
    assert len(asks) == 4 or unit, "somebody asked for something"
    for address, number in asks:
        assert ines.get(unescape(address)).text.count('role="rowheader"') == int(number), address
