"""A holder without an account answers by a link: once, for one barrier, and nothing else is to be seen by it."""

import re

import pytest

from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter
from workflows.barrier.commands import Assign, Log
from workflows.kernel.moments import DAY

SECRET = "The cable costs ninety dollars"  # noqa: S105 - words, not a password
OTHER = "Somebody else's barrier"


@pytest.fixture
def barrier(hospital: Alder) -> str:
    hospital.does("marco", Log(unit="4-west", what=OTHER, holder=hospital.who["committee"]))
    return hospital.does("marco", Log(unit="4-west", what=SECRET, holder=hospital.who["vendor"]))


def _drawn(enter: Enter, barrier: str) -> str:
    """The path of a link that Marco draws."""
    browser = enter("marco")
    page = browser.client.post(f"/barrier/{barrier}/link", data=_token(browser.get(f"/barrier/{barrier}").text))
    assert page.status_code == 200
    return str(re.findall(r"(/link/[A-Za-z0-9_-]{43})", page.text)[0])


def _token(page: str) -> dict[str, str]:
    return dict(re.findall(r'<input type="hidden" name="(csrf_token)" value="([^"]*)">', page))


def _says(browser: Browser, path: str, verb: str, **typed: str) -> int:
    form = _token(browser.get(path).text)
    return browser.client.post(f"{path}/{verb}", data=form | typed).status_code


def test_it_is_offered_where_nobody_can_sign_in(hospital: Alder, barrier: str, enter: Enter) -> None:
    assert "Make a link for one answer" in enter("marco").get(f"/barrier/{barrier}").text
    assert "Make a link" not in enter("nora").get(f"/barrier/{barrier}").text
    hospital.account("dana")
    theirs = hospital.does("marco", Log(unit="4-west", what="Money", holder=hospital.who["dana"]))
    browser = enter("marco")
    page = browser.get(f"/barrier/{theirs}")
    assert "Make a link" not in page.text
    assert browser.client.post(f"/barrier/{theirs}/link", data=_token(page.text)).status_code == 404
    nora = enter("nora")
    form = _token(nora.get("/raise").text)
    assert nora.client.post(f"/barrier/{barrier}/link", data=form).status_code == 404


def test_one_answer_is_given_and_stands_as_given_by_link(
    hospital: Alder, barrier: str, enter: Enter, nobody: Browser
) -> None:
    path = _drawn(enter, barrier)
    page = nobody.get(path)
    assert page.status_code == 200
    assert SECRET in page.text
    assert OTHER not in page.text
    assert _says(nobody, path, "accept") == 200
    seq = hospital.house.ledger.head()[0]
    (row,) = hospital.house.ledger.rows(seq - 1, 1)
    fact = hospital.house.clerk.mapper.fact(row)
    assert (fact.head.name, fact.head.by.kind, fact.head.by.id) == (
        "barrier.accepted",
        "link",
        hospital.who["vendor"],
    )


def test_a_used_a_late_and_a_wrong_link_look_the_same(
    hospital: Alder, barrier: str, enter: Enter, nobody: Browser
) -> None:
    used = _drawn(enter, barrier)
    assert _says(nobody, used, "accept") == 200
    late = _drawn(enter, barrier)
    replaced, newest = late, _drawn(enter, barrier)
    gone = [nobody.get(one) for one in (used, replaced, "/link/nothing", f"/link/{'A' * 43}")]
    hospital.clock.moment += 15 * DAY
    gone.append(nobody.get(newest))
    plain = [re.sub(r'value="[^"]*"', "", page.text) for page in gone]
    assert {page.status_code for page in gone} == {404}
    assert len(set(plain)) == 1
    assert SECRET not in plain[0]


def test_looking_uses_nothing_up_and_a_refusal_neither(
    hospital: Alder, barrier: str, enter: Enter, nobody: Browser
) -> None:
    path = _drawn(enter, barrier)
    for _ in range(5):
        assert nobody.get(path).status_code == 200
        assert nobody.client.head(path).status_code == 200
    assert _says(nobody, path, "return", reason="") == 422
    assert _says(nobody, path, "return", reason="It is the hospital's own wiring.") == 200
    assert nobody.get(path).status_code == 404


@pytest.mark.parametrize("verb", ["verify", "assign", "withdraw", "correct", "accept_as_risk", "move", "nothing"])
def test_nothing_else_can_be_done_with_it(
    barrier: str, enter: Enter, nobody: Browser, hospital: Alder, verb: str
) -> None:
    path, before = _drawn(enter, barrier), hospital.house.ledger.head()
    assert _says(nobody, path, verb, why="x", text="x", unit="icu") == 404
    assert hospital.house.ledger.head() == before
    assert nobody.get(path).status_code == 200


def test_what_has_moved_on_is_not_theirs_any_more(hospital: Alder, barrier: str, enter: Enter, nobody: Browser) -> None:
    path = _drawn(enter, barrier)
    hospital.does("marco", Assign(holder=hospital.who["committee"]), barrier)
    page = nobody.get(path)
    assert page.status_code == 404
    assert SECRET not in page.text


def test_it_opens_no_other_page(barrier: str, enter: Enter, nobody: Browser) -> None:
    path = _drawn(enter, barrier)
    nobody.get(path)
    for other in ("/desk", "/units", f"/barrier/{barrier}", "/unit/4-west"):
        assert nobody.get(other).status_code == 303, other


def test_who_waits_is_chosen_without_a_name(barrier: str, hospital: Alder, enter: Enter, nobody: Browser) -> None:
    path = _drawn(enter, barrier)
    assert _says(nobody, path, "accept") == 200
    path = _drawn(enter, barrier)
    page = nobody.get(path).text
    assert "Quality director" in page
    for name in ("Dana Cole", "Marco Bell", "Capital committee"):
        assert name not in page
    days = {"whom": "role-quality-director", "until": "2025-02-01", "reason": "They sign the order."}
    assert _says(nobody, path, "wait_on", **days) == 200


def test_without_its_form_it_does_nothing(barrier: str, enter: Enter, nobody: Browser, hospital: Alder) -> None:
    path, before = _drawn(enter, barrier), hospital.house.ledger.head()
    assert nobody.client.post(f"{path}/accept").status_code == 403
    assert hospital.house.ledger.head() == before
