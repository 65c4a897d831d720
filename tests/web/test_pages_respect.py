"""Respect incidents on pages: reported, answered, addressed; and found by nobody whose they are not."""

from services import admission
from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter
from workflows.kernel.ids import noun_of

WHAT = "I lost my shifts after the fax was on the board."
ANSWER = "I have read it. I speak to you on Thursday."


def _reported(hospital: Alder, enter: Enter, **more: str) -> str:
    sent = enter("nora").send(
        "/report", kind="retaliation", what=WHAT, who="My manager", unit="4-west", speaker="confidential", **more
    )
    assert sent.status_code == 303
    return next(iter(hospital.house.ledger.streams("respect")))


def _finds(browser: Browser, stream: str) -> bool:
    """Whether anything of it shows where one would look."""
    pages = [browser.get(path) for path in ("/", "/respect", "/unit/4-west", "/desk", "/units", f"/respect/{stream}")]
    return any(WHAT in page.text or stream in page.text for page in pages)


def test_a_nurse_reports_and_hears_that_it_was_addressed_and_not_how(hospital: Alder, enter: Enter) -> None:
    stream = _reported(hospital, enter)
    pia, nora = enter("pia"), enter("nora")
    assert "1" in pia.get("/respect").text.split("wait for a first response")[0]
    assert pia.send(f"/do/respect/acknowledge?to={stream}", answer=ANSWER).status_code == 303
    assert ANSWER in nora.get("/answers").text
    weighed = pia.send(f"/do/respect/weigh?to={stream}", tier="awareness", why="The third time", grave="")
    assert weighed.status_code == 303
    assert pia.send(f"/do/respect/address?to={stream}", note="Her shifts are given back").status_code == 303
    mine = nora.get("/answers").text
    assert "It was addressed" in mine
    assert "given back" not in mine
    assert nora.get(f"/respect/{stream}").status_code == 404


def test_one_incident_is_told_with_who_did_what(hospital: Alder, enter: Enter) -> None:
    stream = _reported(hospital, enter)
    hospital.on("2025-01-15")
    enter("pia").send(f"/do/respect/acknowledge?to={stream}", answer=ANSWER)
    page = enter("pia").get(f"/respect/{stream}").text
    assert "Pia Lund" in page
    assert "4 West" in page
    assert "after 9 days; promised for 7 Jan" in page


def test_nobody_else_finds_anything(hospital: Alder, enter: Enter) -> None:
    stream = _reported(hospital, enter)
    assert _finds(enter("pia"), stream)
    assert [login for login in ("sam", "lena", "marco", "dana", "ruth", "ines") if _finds(enter(login), stream)] == []


def test_what_is_anonymous_is_answered_before_it_enters(hospital: Alder, enter: Enter) -> None:
    enter("nora").send("/report", kind="colleague", what=WHAT, speaker="anonymous")
    assert not list(hospital.house.ledger.streams("respect"))
    otis = enter("otis")
    listed = otis.get("/respect").text
    waiting = listed.split('href="/respect/')[1].split('"')[0]
    assert noun_of(waiting) == "waiting"
    assert WHAT in otis.get(f"/respect/{waiting}").text
    assert otis.send(f"/do/respect/acknowledge?to={waiting}", answer=ANSWER).status_code == 303
    assert not _finds(enter("marco"), waiting)
    admission.admit(hospital.house)
    (entered,) = hospital.house.ledger.streams("respect")
    assert otis.get(f"/respect/{waiting}").location == f"/respect/{entered}"
    assert enter("marco").get(f"/respect/{waiting}").status_code == 404


def test_a_report_can_be_taken_back(hospital: Alder, enter: Enter) -> None:
    stream = _reported(hospital, enter)
    assert enter("nora").send(f"/do/respect/withdraw?to={stream}&next=/answers", why="").status_code == 303
    assert "Taken back" in enter("nora").get("/answers").text
    assert "Taken back" in enter("pia").get(f"/respect/{stream}").text
