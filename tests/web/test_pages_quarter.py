"""What was promised this quarter, on the pages: three lines and no more, whose they are, and what came of them."""

import pytest

from tests.web.alder import Alder
from tests.web.conftest import Enter
from workflows.focus import commands as f


@pytest.fixture
def focus(hospital: Alder) -> str:
    marco = hospital.who["marco"]
    stream = hospital.does(
        "marco", f.Declare(unit="4-west", quarter="2025-Q1", owner=marco, pledge="All hear <b>back</b>")
    )
    line = f.AddLine(line="Nights", action="We ask at two", owner=hospital.who["lena"], due="2025-01-20")
    hospital.does("marco", line, stream)
    return stream


def test_it_begins_on_the_page_of_the_unit(enter: Enter) -> None:
    marco, page = enter("marco"), "/quarter?unit=4-west"
    form = "/do/focus/declare?unit=4-west&quarter=2025-Q1&next=/quarter?unit=4-west"
    assert form.replace("&", "&amp;") in marco.get(page).text
    assert marco.send(form, owner="role-cno", pledge="All hear back", quarter="2025-Q1", unit="4-west").location == page
    assert "All hear back" in enter("nora").get(page).text
    assert "/do/focus/declare" not in marco.get(page).text
    assert "/do/focus" not in enter("nora").get(page).text


def test_a_unit_and_the_hospital_show_what_was_promised(focus: str, enter: Enter) -> None:
    for page in ("/quarter?unit=4-west", "/quarter"):
        shown = enter("ines").get(page).text
        assert "All hear &lt;b&gt;back" in shown
        assert "We ask at two" in shown
    assert enter("ines").get(f"/focus/{focus}").location == "/quarter?unit=4-west"
    assert enter("kim").get(f"/focus/{focus}").status_code == 404
    assert enter("ines").get("/focus/focus-x").status_code == 404


def test_what_came_of_a_line_is_said_from_the_page(focus: str, enter: Enter) -> None:
    lena, page = enter("lena"), "/quarter?unit=4-west"
    assert "We ask at two" not in lena.get("/desk").text
    assert "All hear" in lena.get("/desk").text
    form = f"/do/focus/review?to={focus}&number=1&came=done&next={page}"
    assert form.replace("&", "&amp;") in lena.get(page).text
    assert lena.send(form, number="1", came="done", why="Five nights").location == page
    assert "Five nights" in lena.get(page).text
    assert "1 of 1" in lena.get(page).text
