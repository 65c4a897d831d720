"""Learning as pages: a matter from its look to its lesson, a test, the library, an offer, and what is for oneself alone."""

import pytest

from tests.web.alder import TODAY, Alder
from tests.web.conftest import Enter
from tests.web.learned import learned
from workflows.hospital.commands import Appoint


@pytest.fixture
def told(hospital: Alder) -> dict[str, str]:
    return learned(hospital.on(TODAY), TODAY)


def test_a_matter_goes_from_its_look_to_its_lesson_by_forms(hospital: Alder, enter: Enter) -> None:
    nora, marco = enter("nora"), enter("marco")
    assert "none is owed and none is missed" in nora.get("/unit/4-west/learning").text
    sent = nora.send("/do/learning/open?unit=4-west", unit="4-west", what="A drip was <b>swapped</b>")
    page = sent.location
    assert "A drip was &lt;b&gt;swapped" in nora.get(page).text

    form = f"/do/learning/mark_factors?to={page.rpartition('/')[2]}&next={page}"
    assert "Staffing and rules" in nora.get(form).text
    both = nora.send(form, helped="team", hindered="team")
    assert (both.status_code, "mark it once" in both.text) == (409, True)
    assert nora.send(form, helped=["team"], hindered=["task", "technology"]).location == page
    assert 'value="task" checked' in nora.get(form).text, "what was marked stays marked"

    chosen = {"what": "Label both ends", "mitigates": "much", "feasible": "much", "sign": "No label is missing"}
    leader = {"leader": hospital.who["lena"], "due": "2025-12-31"}
    assert marco.send(f"/do/learning/choose?to={page.rpartition('/')[2]}", **chosen, **leader).status_code == 303
    done = marco.send(f"/do/learning/conclude?to={page.rpartition('/')[2]}", lesson="A drip has two ends")
    assert done.status_code == 303
    shown = nora.get(page).text
    for said in (
        "A drip has two ends",
        "The task itself, Devices",
        "Label both ends",
        "Lena Ortiz looks",
    ):
        assert said in shown
    assert enter("kim").get(page).status_code == 404
    assert "A drip has two ends" in nora.get("/unit/4-west/learning").text


def test_the_library_is_for_everybody_and_can_be_sifted(told: dict[str, str], enter: Enter) -> None:
    kim = enter("kim")
    assert "What looks alike lies apart" in kim.get("/lessons").text
    assert "taken up by ICU" in kim.get("/lessons").text
    assert "What looks alike" in kim.get("/lessons?factor=technology&unit=4-west").text
    assert "None of this kind" in kim.get("/lessons?factor=training").text
    page = f"/learning/{told['heparin learned']}"
    assert "What looks alike lies apart" in kim.get(page).text
    assert kim.get(f"/learning/{told['door']}").status_code == 404


def test_an_offer_waits_on_the_leaders_of_the_other_unit(told: dict[str, str], hospital: Alder, enter: Enter) -> None:
    offered = f"/do/promise/offer?about={told['heparin learned']}&unit=4-west"
    marco, priya = enter("marco"), enter("priya")
    assert "Emergency" in marco.get(offered).text
    assert (
        marco.send(offered, about=told["heparin learned"], unit="4-west", to_unit="icu", why="Again").status_code == 303
    )
    desk = priya.get("/desk").text
    assert "Say how you do it, or why not" in desk
    assert "We do it, in our own way" in desk
    assert "Offered to ICU" in priya.get("/unit/icu/learning").text


def test_a_test_is_held_against_what_was_expected(told: dict[str, str], enter: Enter) -> None:
    lena, page = enter("lena"), f"/learning/{told['bell']}"
    assert "Say what you expect" in lena.get(page).text
    study = f"/do/learning/study?to={told['bell']}"
    early = lena.send(study, result="Three bells", verdict="adapt")
    assert (early.status_code, "nobody predicted" in early.text) == (409, True)
    lena.send(f"/do/learning/predict?to={told['bell']}", prediction="Fewer")
    assert lena.send(study, result="Three bells", verdict="adapt").status_code == 303
    assert f"/do/learning/try?after={told['bell']}" in lena.get(page).text


def test_what_is_for_oneself_is_there_for_nobody_else(told: dict[str, str], enter: Enter) -> None:
    dana, page = enter("dana"), f"/learning/{told['own words']}"
    assert "who is hurt" in dana.get("/reflect").text
    assert dana.get(page).status_code == 200
    for login in ("ines", "ruth", "marco", "pia"):
        assert enter(login).get(page).status_code == 404
        assert "who is hurt" not in enter(login).get("/reflect").text
    opening = f"/do/learning/open_up?to={told['own words']}"
    assert dana.send(opening).status_code == 409
    assert dana.send(opening, names_nobody="yes").status_code == 303
    assert "who is hurt" in enter("kim").get("/lessons").text
    dana.send(f"/do/learning/take_back?to={told['own words']}")
    assert "who is hurt" not in enter("kim").get("/lessons").text
    assert enter("ines").get(page).status_code == 404, "taken back, it is hers alone again"


def test_what_everybody_can_count_on_stands_over_every_report(hospital: Alder, enter: Enter) -> None:
    appoint = Appoint(person=hospital.who["ruth"], role="cno", since="2025-01-06")
    hospital.does("operator", appoint, "hospital")
    assert "can count on" not in enter("nora").get("/report").text
    enter("ruth").send("/attest/respect_standard?next=/leading", words="Nobody is shouted at.")
    assert "Nobody is shouted at." in enter("nora").get("/report").text
    assert "Nobody is shouted at." in enter("ines").get("/leading").text
