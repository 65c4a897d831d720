"""The ledger of promises: scored on the first day, with every reason by which it moved, whose, and where."""

import pytest

from tests.web.alder import Alder
from tests.web.conftest import Enter
from workflows.promise import commands as p


@pytest.fixture
def made(hospital: Alder) -> dict[str, str]:
    """June on 4 West: one kept, one moved and then kept, one moved and still owed, one broken, one let off."""
    dana, ruth = hospital.who["dana"], hospital.who["ruth"]

    def promised(what: str, due: str, holder: str = dana) -> str:
        return hospital.does("marco", p.Make(unit="4-west", holder=holder, to="unit-4-west", what=what, due=due))

    hospital.on("2025-06-02")
    told = {
        "slings": promised("Slings in all sizes", "2025-06-10"),
        "list": promised("A list of attendings", "2025-06-10", ruth),
        "clock": promised("A clock that is right", "2025-06-12"),
        "lamp": promised("Two lamps <b>up</b>", "2025-06-12", ruth),
        "form": promised("A new form", "2025-07-30"),
    }
    hospital.on("2025-06-09")
    hospital.does("dana", p.Keep(), told["slings"])
    hospital.does("ruth", p.Renegotiate(due="2025-06-20", reason="The night team has to agree"), told["list"])
    hospital.does("ruth", p.Release(reason="The ward moves"), told["lamp"])
    hospital.on("2025-06-18")
    hospital.does("ruth", p.Keep(), told["list"])
    hospital.on("2025-07-01", 23).house.policies.tick()
    return told


def test_the_first_day_counts_and_every_reason_stands_in_the_ledger(made: dict[str, str], enter: Enter) -> None:
    page = enter("ines").get("/promises").text
    assert "33 %" in page
    assert "20 Jun: The night team has to agree" in page
    assert "<b>up</b>" not in page
    for words in ("Kept by the first day", "Kept later", "First day over, still owed", "Not due yet", "Let off"):
        assert words in page


def test_it_is_narrowed_to_one_person_or_role(made: dict[str, str], hospital: Alder, enter: Enter) -> None:
    ines = enter("ines")
    hers = ines.get(f"/promises?unit=4-west&holder={hospital.who['ruth']}").text
    assert "A list of attendings" in hers
    assert "Slings in all sizes" not in hers
    assert ines.get("/promises?holder=person-nobody").status_code == 200


def test_of_very_many_the_latest_and_all_that_is_owed_are_listed(
    made: dict[str, str], hospital: Alder, enter: Enter
) -> None:
    for number in range(100):
        one = p.Make(
            unit="4-west", holder=hospital.who["dana"], to="unit-4-west", what=f"Key {number}", due="2025-08-01"
        )
        hospital.does("dana", p.Keep(), hospital.does("marco", one))
    ines = enter("ines")
    page = ines.get("/promises").text
    assert "A clock that is right" in page  # broken, and still owed
    assert "Two lamps" not in page
    assert "3 older ones that are owed no more are counted above and not listed" in page
    assert "Two lamps" in ines.get("/promises?all=1").text


def test_one_promise_has_its_page_its_story_and_its_buttons(made: dict[str, str], enter: Enter) -> None:
    dana, page = enter("dana"), f"/promise/{made['clock']}"
    assert "It is kept" in dana.get(page).text
    assert dana.send(f"/do/promise/keep?to={made['clock']}").location == page
    assert "Nothing: it is settled." in dana.get(page).text
    assert "It is kept</a>" not in dana.get(page).text


def test_kept_late_in_the_evening_is_kept_on_that_day(made: dict[str, str], hospital: Alder, enter: Enter) -> None:
    """By the clock of the hospital, not of Greenwich: half past nine in Chicago is the next day there."""
    hospital.on("2025-07-30", 24 + 2)
    hospital.does("dana", p.Keep(), made["form"])
    assert "50 %" in enter("ines").get("/promises").text


def test_nobody_finds_what_is_promised_elsewhere(made: dict[str, str], enter: Enter) -> None:
    for login, path in (("kim", "/promises?unit=4-west"), ("kim", f"/promise/{made['clock']}"), ("otis", "/promises")):
        assert enter(login).get(path).status_code == 404
    assert enter("nora").get("/promises?unit=4-west").status_code == 200
    assert "20 Jun" not in enter("nora").get("/promises?unit=4-west&as_of=2025-06-05").text
