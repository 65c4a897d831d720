"""The four responsibilities, on the pages: each for itself, the weakest first, and nothing missed that was never asked for."""

import re
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.web.alder import Alder
from tests.web.conftest import Enter
from tests.web.summer import summer


@pytest.fixture(autouse=True)
def told(hospital: Alder) -> None:
    summer(hospital)


def titles(page: str) -> list[str]:
    return re.findall(r"<h2>([^<]+)</h2>", page)


def test_each_of_the_four_stands_for_itself(enter: Enter) -> None:
    told = enter("ines").get("/scorecard").text
    assert {
        "Guard the learning system",
        "Create psychological safety",
        "Foster trust",
        "Ensure value alignment",
    } <= set(titles(told))
    assert "no average" in told
    assert "Leaders have not said yet" in told
    assert "No survey yet" in enter("marco").get("/scorecard?unit=4-west").text
    assert '<a href="/scorecard?unit=4-west">4 West</a>' in told


def test_beside_what_is_not_met_stands_what_helps(enter: Enter) -> None:
    told = enter("ines").get("/scorecard").text
    safety = told.split("<h2>Create psychological safety</h2>")[1].split("</section>")[0]
    assert "What helps:" in safety
    assert told.count("What helps:") == 1, "beside nothing that is met, or of which nothing can be said"


def test_what_was_not_taken_up_was_not_missed(enter: Enter) -> None:
    told = enter("marco").get("/scorecard?unit=4-west").text
    assert "Not adopted" in told


def test_who_reads_neither_board_nor_figures_finds_nothing(enter: Enter) -> None:
    assert enter("nora").get("/scorecard").status_code == 404
    assert enter("nora").get("/scorecard?unit=icu").status_code == 404
    assert enter("nora").get("/scorecard?unit=nowhere").status_code == 404
    assert enter("nora").get("/scorecard?unit=4-west").status_code == 200


def test_few_reports_of_disrespect_are_for_those_who_see_to_it(enter: Enter) -> None:
    hidden = "Fewer than ten reports in a quarter"
    assert hidden not in enter("otis").get("/scorecard").text
    assert hidden in enter("ruth").get("/scorecard").text


def test_a_past_day_has_its_own_numbers(enter: Enter) -> None:
    assert "Back to today" in enter("ines").get("/scorecard?on=2025-03-04").text


def test_a_goal_is_agreed_on_from_what_is_ready_aimed_for_anew_and_told_when_it_is_over(
    hospital: Alder, enter: Enter
) -> None:
    marco, page = enter("marco"), "/scorecard?unit=4-west"
    href = re.findall(r'href="(/do/goal/agree[^"]*figure=answered[^"]*)"', marco.get(page).text)[0].replace(
        "&amp;", "&"
    )
    typed = dict(parse_qsl(urlsplit(href).query))
    assert marco.send(href, **typed, owner=hospital.who["marco"], why="All hear <b>back</b>").location == page
    told = marco.get(page).text
    assert "All hear &lt;b&gt;back" in told
    goal = re.findall(r"/do/goal/retarget\?to=(goal-\w+)", told)[0]
    assert enter("marco").get(f"/goal/{goal}").location == page
    assert "/do/goal" not in enter("nora").get(page).text
    form = f"/do/goal/retarget?to={goal}&next={page}"
    assert marco.send(form, target="60", due="2025-12-31", why="May was lost").location == page
    told = marco.get(page).text
    assert "May was lost" in told
    assert "60 % by 31 Dec" in told
    marco.send(f"/do/goal/retire?to={goal}&next={page}", came="given_up", why="Not this year")
    assert "Given up" in marco.get(page).text
    assert enter("kim").get(f"/goal/{goal}").status_code == 404
