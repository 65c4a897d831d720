"""The charter of a unit: what is in place, its gaps, and what only few read; each part said and looked at from its page."""

import pytest

from tests.web.alder import TODAY, Alder
from tests.web.chartered import chartered
from tests.web.conftest import Enter

PAGE = "/unit/4-west/charter"


@pytest.fixture
def told(hospital: Alder) -> dict[str, str]:
    hospital.on(TODAY)
    return chartered(hospital, TODAY)


def test_it_shows_what_is_in_place_and_who_sees_to_the_rest(told: dict[str, str], enter: Enter) -> None:
    page = enter("nora").get(PAGE).text
    for words in (
        "5 of 19",
        "Nobody is hurt by being lifted.",
        "Nights were not asked.",
        "they asked for more: “What of nights?”",
        "Set aside because",
        "Technical work: <strong>5 of 15</strong>",
        "$1,800",
        "Not measured yet",
    ):
        assert words in page, words
    assert "It takes longer." not in page
    assert "/attest/" not in page


def test_what_is_expected_to_be_resisted_is_there_for_few(told: dict[str, str], enter: Enter) -> None:
    marco, nora = enter("marco"), enter("nora")
    assert "It takes longer." in marco.get(PAGE).text
    one = f"/standard/{told['resisted']}"
    assert "It takes longer." in marco.get(one).text
    assert nora.get(one).status_code == 404
    assert nora.get(f"/standard/{told['plan b']}").status_code == 200


def test_a_part_is_said_to_be_in_place_from_its_own_form(told: dict[str, str], enter: Enter) -> None:
    marco = enter("marco")
    form = "/attest/process_conflict?unit=4-west"
    lacking = marco.send(form, words="")
    assert lacking.status_code == 422
    assert "This needs an answer: What does the team do when it does not agree" in lacking.text
    assert marco.send(form, words="We sit down within a week.").location == PAGE
    page = marco.get(PAGE).text
    assert "We sit down within a week." in page
    assert "Nights were not asked." not in page
    assert enter("nora").get(form).status_code == 404


def test_a_goal_needs_all_its_answers_and_gets_its_measure(told: dict[str, str], enter: Enter) -> None:
    marco = enter("marco")
    goal = "/attest/goal?unit=4-west"
    typed = {"words": "We bring ideas", "more": "Share with an idea", "day": "2025-12-01"}
    assert "This needs an answer: How far off is it?" in marco.send(goal, **typed).text
    assert marco.send(goal, **typed, mark_0="soon").status_code == 409
    assert marco.send(goal, **typed, mark_0="middle").location == PAGE
    measure = f"/attest/measure?unit=4-west&of={told['goal']}"
    typed = {"words": "Names on the list", "more": "The list", "mark_0": "monthly", "owner": "role-cno"}
    assert marco.send(measure, **typed).location == PAGE
    assert "Measure in place" in marco.get(PAGE).text


def test_a_gap_has_an_owner_and_a_day_and_waits_on_their_desk(told: dict[str, str], enter: Enter) -> None:
    lena = enter("lena")
    assert "How we handle conflict" in lena.get("/desk").text
    marco = enter("marco")
    gap = "/attest/material_budgets/gap?unit=4-west"
    assert marco.send(gap, owner="", due="2025-08-01").status_code == 422
    assert marco.send(gap, owner="role-cno", due="2025-06-01").status_code == 409
    assert marco.send(gap, owner="role-cno", due="2025-08-01").location == PAGE
    assert "Chief nursing officer" in marco.get(PAGE).text


def test_plan_b_is_set_in_motion_from_its_page(told: dict[str, str], enter: Enter) -> None:
    marco, page = enter("marco"), f"/standard/{told['plan b']}"
    assert "Set it in motion" in marco.get(page).text
    marco.send(f"/do/standard/activate?to={told['plan b']}&next={page}", why="The lift is away.")
    shown = marco.get(page).text
    assert "In motion since" in shown
    assert "The lift is away." in shown
    assert "Set it in motion" not in shown


def test_an_ask_is_answered_by_whoever_was_asked(told: dict[str, str], enter: Enter) -> None:
    dana, marco = enter("dana"), enter("marco")
    assert "Say yes" not in marco.get(PAGE).text
    assert "Say yes" in dana.get(PAGE).text
    dana.send(f"/do/promise/grant?to={told['ask']}&next={PAGE}", money="1,200", words="Two of each")
    page = marco.get(PAGE).text
    assert "$1,200 of it. Two of each" in page


def test_on_a_past_day_nothing_is_offered(told: dict[str, str], hospital: Alder, enter: Enter) -> None:
    hospital.on("2025-07-20")
    page = enter("marco").get(f"{PAGE}?as_of=2025-07-01").text
    assert "not begun" in page.lower()
    assert "/attest/" not in page


def test_what_is_no_item_is_not_there(enter: Enter) -> None:
    marco = enter("marco")
    for address in ("/attest/moon?unit=4-west", "/attest/mission?unit=nowhere", "/attest/mission?unit=icu"):
        assert marco.get(address).status_code == 404, address
    assert marco.get("/standard/standard-00000000000000000000000000").status_code == 404


def test_a_unit_that_has_not_taken_it_up_is_told_that_nothing_is_missing(enter: Enter) -> None:
    page = enter("ines").get("/unit/icu/charter").text
    assert "Nothing here counts as missing." in page
    assert "0 of 19" not in page
    assert "Work goes on with gaps" not in page


def test_what_waits_on_a_desk_is_done_from_there(told: dict[str, str], enter: Enter) -> None:
    dana, lena = enter("dana"), enter("lena")
    desk = dana.get("/desk").text
    assert "Say yes or no" in desk
    assert "$1,800" in desk
    assert "/attest/process_conflict?unit=4-west&amp;next=/desk" in lena.get("/desk").text


def test_a_name_that_slipped_into_a_part_is_taken_out_of_it(told: dict[str, str], enter: Enter) -> None:
    ines, plan = enter("ines"), told["plan"]
    texts = ines.get(f"/privacy/redact/{plan}").text
    addresses = [part.split('"', 1)[0] for part in texts.split(f'href="/privacy/redact/{plan}/')[1:]]
    address = next(one for one in addresses if one.endswith("/words"))
    form = f"/privacy/redact/{plan}/{address}"
    ines.send(form, text="A lift, a key, […] trained.", reason="A name")
    page = enter("marco").get(PAGE).text
    assert "A lift, a key, […] trained." in page
    assert "everybody trained" not in page
