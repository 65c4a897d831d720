"""Decisions as pages: put on record, weighed on six aims, decided, told, looked at again; who finds what."""

import pytest
from werkzeug.test import TestResponse

from tests.web.alder import Alder
from tests.web.conftest import Browser, Enter
from workflows.decision import commands as d
from workflows.decision.commands import AIMS

WORDS = "One visitor at night? <script>alert(1)</script>"


@pytest.fixture
def decision(hospital: Alder) -> str:
    """On 4 West on 30 June, waiting on Dana."""
    hospital.on("2025-06-30")
    asked = d.Propose(unit="4-west", kind="policy", what=WORDS, values=("care",), decider=hospital.who["dana"])
    return hospital.does("marco", asked)


def rates(browser: Browser, decision: str, **said: str) -> TestResponse:
    effects = {f"{aim}.effect": "neutral" for aim in AIMS}
    return browser.send(f"/decision/{decision}/rate", **(effects | said))


def test_it_is_put_on_record_by_its_form(hospital: Alder, enter: Enter) -> None:
    marco = enter("marco")
    form = "/do/decision/propose?unit=4-west"
    page = marco.get(form).text
    assert "Care for every person" in page
    assert "The refusal of an ask" in page
    typed = {"unit": "4-west", "kind": "refusal", "what": "No second lift", "decider": hospital.who["dana"]}
    refused = marco.send(form, **typed)
    assert (refused.status_code, "Say which of our values" in refused.text) == (409, True)
    sent = marco.send(form, **typed, values=["care", "stewardship"])
    assert "Care for every person, Good use of what we have" in marco.get(sent.location).text
    assert "No second lift" in enter("dana").get("/desk").text


def test_the_six_aims_are_rated_on_one_page(hospital: Alder, decision: str, enter: Enter) -> None:
    marco, page = enter("marco"), f"/decision/{decision}"
    assert "<script>alert" not in marco.get(page).text
    harm = {"timeliness.effect": "harms", "timeliness.why": "Families wait"}
    sent = rates(marco, decision, **harm)
    assert sent.status_code == 409
    assert "needs what makes it smaller" in sent.text
    assert "Families wait" in sent.text, "what was typed stays"
    harm |= {"timeliness.mitigation": "A call at ten", "timeliness.acceptor": hospital.who["dana"]}
    assert rates(marco, decision, **harm).status_code == 303
    shown = marco.get(page).text
    assert "Dana Cole is asked" in shown
    assert "accepts the harm to timeliness" in shown
    assert rates(marco, decision, **harm).status_code == 303, "said again, it stays as it is"
    assert len(hospital.house.ledger.stream_rows(decision)) == 7


def test_it_is_accepted_decided_told_and_looked_at_again(hospital: Alder, decision: str, enter: Enter) -> None:
    harm = {"timeliness.effect": "harms", "timeliness.why": "Families wait", "timeliness.mitigation": "A call at ten"}
    rates(enter("marco"), decision, **harm, **{"timeliness.acceptor": hospital.who["dana"]})
    dana, page = enter("dana"), f"/decision/{decision}"
    assert "I accept the harm to timeliness" in dana.get(page).text
    assert dana.send(f"/do/decision/accept_harm?to={decision}", aim="timeliness").location == page
    assert "Decide" not in enter("marco").get(page).text.split("About it")[0].split("Rate the six aims")[0]
    dana.send(f"/do/decision/decide?to={decision}", outcome="modified", reason="From ten on, one visitor")
    assert "tells those it is for" in dana.get(page).text
    dana.send(f"/do/decision/communicate?to={decision}", to="unit-4-west", how="huddle")
    dana.send(f"/do/decision/note_evidence?to={decision}", what="Two families went home", aim="equity")
    dana.send(f"/do/decision/review?to={decision}", found="Fewer calls at night", verdict="confirmed")
    shown = dana.get(page).text
    assert "Nothing: it stands." in shown
    assert "Two families went home" in shown
    listed = dana.get("/decisions?unit=4-west").text
    assert "100 %" in listed
    assert "1 of 1" in listed


def test_what_could_not_wait_is_weighed_after(hospital: Alder, decision: str, enter: Enter) -> None:
    dana, page = enter("dana"), f"/decision/{decision}"
    dana.send(f"/do/decision/decide?to={decision}", outcome="approved", reason="Flood", emergency="yes")
    assert "It could not wait" in dana.get(page).text
    hospital.on("2025-07-04").house.policies.tick()
    dana = enter("dana")
    assert "1 day over" in dana.get("/decisions?unit=4-west").text
    assert rates(dana, decision).status_code == 303
    assert "stands as it was" in dana.get(f"{page}/rate").text
    assert "It could not wait" not in dana.get(page).text


def test_each_finds_the_decisions_of_what_they_may_read(hospital: Alder, decision: str, enter: Enter) -> None:
    hospital.does("ruth", d.Propose(kind="other", what="A wing", values=("care",), decider="role-executive"))
    assert "A wing" in enter("ruth").get("/decisions").text
    assert "One visitor" in enter("ruth").get("/decisions").text
    nora = enter("nora")
    assert "One visitor" in nora.get("/decisions?unit=4-west").text
    assert "A wing" not in nora.get("/decisions").text
    assert "Put a decision on record" not in nora.get("/decisions").text
    for login, path in (("kim", "/decisions?unit=4-west"), ("otis", "/decisions"), ("kim", f"/decision/{decision}")):
        assert enter(login).get(path).status_code == 404, (login, path)
    assert enter("nora").get("/decisions?unit=nowhere").status_code == 404


def test_a_past_day_shows_it_as_it_was_known(hospital: Alder, decision: str, enter: Enter) -> None:
    hospital.on("2025-07-02")
    rates(enter("marco"), decision)
    then = enter("marco").get(f"/decision/{decision}?as_of=2025-07-01").text
    assert "not rated yet" in then
    assert "Rate the six aims</a>" not in then
    assert enter("marco").get(f"/decision/{decision}?as_of=2025-06-01").status_code == 404
