"""How leaders are reached: what they say, what one asks of them, and what only the two of them see."""

from tests.web.alder import Alder
from tests.web.conftest import Enter
from workflows.promise import commands as p


def test_a_leader_says_how_and_anybody_asks_for_a_talk(hospital: Alder, enter: Enter) -> None:
    ruth, nora, her = enter("ruth"), enter("nora"), hospital.who["ruth"]
    form = f"/attest/access_channel?person={her}&next=/reach"
    assert form.replace("&", "&amp;") in ruth.get("/reach").text
    assert ruth.send(form, words="My door is open on Mondays").location == "/reach"
    ask = f"/do/promise/ask_access?holder={her}&next=/reach"
    assert ask.replace("&", "&amp;") in nora.get("/reach").text
    assert "/attest/access_channel" not in nora.get("/reach").text
    assert nora.send(ask, holder=her, what="Nights <b>alone</b>").location == "/reach"
    assert "Nights &lt;b&gt;alone" in nora.get("/reach").text
    assert "Nights" not in enter("ines").get("/reach").text


def test_only_the_two_know_of_it_and_the_answer_is_read_where_it_was_asked(hospital: Alder, enter: Enter) -> None:
    asked = hospital.does("nora", p.AskAccess(holder=hospital.who["ruth"], what="Nights alone"))
    for login in ("ines", "marco", "sam"):
        assert enter(login).get(f"/promise/{asked}").status_code == 404
        assert "Nights alone" not in enter(login).get("/promises").text
    ruth = enter("ruth")
    assert "Say when you have time" in ruth.get("/desk").text
    form = f"/do/promise/offer_time?to={asked}"
    assert form in ruth.get(f"/promise/{asked}").text
    assert form not in enter("nora").get(f"/promise/{asked}").text
    assert f"/do/promise/release?to={asked}" in enter("nora").get(f"/promise/{asked}").text
    assert ruth.send(form, day="2025-01-09", words="Thursday at seven?").status_code == 303
    page = enter("nora").get("/reach").text
    assert "You meet on 9 Jan" in page
    assert "Thursday at seven?" in page
