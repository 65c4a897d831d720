"""The pages of those who guard privacy: a name opened by two, a hold and an erasure that waits, the read log."""

import io
import re
import zipfile
from html import unescape

import pytest

from services.admission import admit
from services.errands import upkeep
from tests.web.alder import Alder
from tests.web.behind import guard
from tests.web.conftest import Browser, Enter
from tests.web.summer import summer
from tests.web.test_pages_speak import code_in, looks
from workflows.concern.commands import Answer, Raise


@pytest.fixture
def guarded(hospital: Alder) -> Alder:
    summer(hospital)
    guard(hospital)
    return hospital


def said_by_nora(here: Alder, what: str = "The narcotics count was off twice.") -> str:
    return here.does("nora", Raise(unit="4-west", what=what))


def link(page: str, words: str) -> str:
    """The address behind a link or a form's button."""
    found = re.search(rf'<a[^>]*href="([^"]+)"[^>]*>\s*{words}', page)
    assert found, words
    return found[1].replace("&amp;", "&")


def cells(page: str) -> str:
    """What its table says, cell by cell."""
    found = re.findall(r"<td.*?</td>", page, re.DOTALL)
    return "|".join(" ".join(re.sub(r"<[^>]+>", " ", one).split()) for one in found)


def test_a_name_is_opened_by_two_and_the_speaker_sees_it(guarded: Alder, enter: Enter) -> None:
    voice = said_by_nora(guarded)
    iris, clara, nora = enter("iris"), enter("clara"), enter("nora")
    asked = iris.send("/do/identity/ask?next=/privacy/voices", voice=voice, reason="Diversion must be reported.")
    assert asked.status_code == 303, asked.text
    page = iris.get("/privacy/voices").text
    assert "waits for somebody in another role to agree" in page.lower()
    assert ">Agree<" not in page, "not by oneself"
    claras = clara.get("/privacy/voices").text
    assert "Diversion must be reported." in claras
    assert clara.send(link(claras, "Agree")).status_code == 303
    assert "opened by two people" not in nora.get("/answers").text
    show = re.search(r'action="(/privacy/voices/identity-[^"]+/show)"', iris.get("/privacy/voices").text)
    assert show
    stolen = clara.client.post(show[1], data={"csrf_token": token(clara)})
    assert stolen.status_code == 409
    assert "Nora Bell" not in stolen.text
    name = iris.client.post(show[1], data={"csrf_token": token(iris)})
    assert "Nora Bell" in name.text
    assert name.headers["Cache-Control"] == "no-store"
    again = iris.client.post(show[1], data={"csrf_token": token(iris)})
    assert (again.status_code, "Nora Bell" in again.text) == (409, False)
    assert "opened by two people, privacy officer and counsel, on 3 Jul" in nora.get("/answers").text


def test_who_spoke_in_confidence_without_an_account_is_opened_by_two_as_well(
    guarded: Alder, nobody: Browser, enter: Enter
) -> None:
    before = set(guarded.house.ledger.streams("concern"))
    typed = {"unit": "4-west", "what": "The count was off.", "speaker": "confidential", "contact": "Ana Soto, 555 0100"}
    code = code_in(nobody.send("/speak/4-west", **typed))
    (voice,) = set(guarded.house.ledger.streams("concern")) - before
    assert "Ana Soto" not in enter("marco").get(f"/voice/{voice}").text
    iris, clara = enter("iris"), enter("clara")
    iris.send("/do/identity/ask?next=/privacy/voices", voice=voice, reason="Diversion must be reported.")
    clara.send(link(clara.get("/privacy/voices").text, "Agree"))
    show = re.search(r'action="(/privacy/voices/identity-[^"]+/show)"', iris.get("/privacy/voices").text)
    assert show
    assert "opened your name" not in looks(nobody, code).text
    assert "Ana Soto, 555 0100" in iris.client.post(show[1], data={"csrf_token": token(iris)}).text
    assert "Two people opened your name: the privacy officer, and a lawyer of the hospital" in looks(nobody, code).text


def test_with_the_code_one_sees_in_which_role_a_report_was_read(guarded: Alder, nobody: Browser, enter: Enter) -> None:
    typed = {"kind": "colleague", "unit": "4-west", "what": "He throws charts.", "speaker": "anonymous"}
    code = code_in(nobody.send("/speak/4-west", **typed))
    admit(guarded.house)
    (incident,) = guarded.house.ledger.streams("respect")
    assert "Looks that we write down" not in looks(nobody, code).text
    assert enter("iris").get(f"/respect/{incident}").status_code == 200
    told = looks(nobody, code).text
    assert "On July 3, 2025, the privacy officer read this away from the board." in told
    assert "Iris" not in told
    spanish = unescape(nobody.client.post("/heard", data={"code": code, "lang": "es"}).text)
    assert "El 3 de julio de 2025, la persona que cuida la privacidad leyó esto aparte." in spanish


def test_no_fact_of_an_opening_says_who(guarded: Alder, enter: Enter) -> None:
    before = guarded.house.ledger.head()[0]
    test_a_name_is_opened_by_two_and_the_speaker_sees_it(guarded, enter)
    written = b"".join(one.head + one.body for one in guarded.house.ledger.entries(before, 100))
    assert guarded.who["nora"].encode() not in written


def test_who_spoke_anonymously_cannot_be_opened(guarded: Alder, enter: Enter) -> None:
    waiting = guarded.does("nora", Raise(unit="4-west", what="The count was off.", speaker="anonymous"))
    assert waiting.startswith("waiting-")
    known = set(guarded.house.ledger.streams("concern"))
    admit(guarded.house)
    (voice,) = set(guarded.house.ledger.streams("concern")) - known
    refused = enter("iris").send("/do/identity/ask", voice=voice, reason="To know.")
    assert refused.status_code == 409
    assert "nothing is kept that points to anybody" in refused.text


def test_counsel_places_a_hold_and_the_erasure_waits_and_goes(guarded: Alder, enter: Enter) -> None:
    voice = said_by_nora(guarded)
    iris, clara = enter("iris"), enter("clara")
    placed = clara.send("/do/hold/place?next=/privacy", about=voice, reason="Doe against the hospital.")
    assert placed.status_code == 303, placed.text
    asked = iris.send("/privacy/erase", about=voice, basis="asked_by_the_person", approver=guarded.who["clara"])
    assert asked.status_code == 303, asked.text
    page = iris.get("/privacy").text
    (number,) = re.findall(r"waits for hold #(\d+)", page)
    assert "Doe against" not in page, "the reason is counsel's"
    mine = clara.get("/privacy").text
    assert "Doe against the hospital." in mine
    assert clara.send(link(mine, "Lift"), hold=number, reason="Settled.").status_code == 303
    from services.erasing.carrying import carry_on

    assert carry_on(guarded.house) == 1
    assert re.search(r"erased, with record #\d+", iris.get("/privacy").text)
    assert "narcotics" not in enter("nora").get("/answers").text


def test_everything_somebody_said_goes_with_their_entry(guarded: Alder, enter: Enter) -> None:
    said_by_nora(guarded)
    iris = enter("iris")
    wrong = iris.send("/privacy/forget", person="", basis="", approver="")
    assert wrong.status_code == 422
    typed = {"person": guarded.who["nora"], "basis": "asked_by_the_person", "entry": "yes"}
    same = iris.send("/privacy/forget", approver=guarded.who["iris"], **typed)
    assert same.status_code == 409
    assert iris.send("/privacy/forget", approver=guarded.who["clara"], **typed).status_code == 303
    assert guarded.house.people.person(guarded.who["nora"]) is None
    page = iris.get("/privacy").text
    assert "An entry of the directory" in page
    assert "Nora" not in page


def test_whoever_guards_finds_a_record_by_the_id_its_page_shows(guarded: Alder, enter: Enter) -> None:
    voice = said_by_nora(guarded)
    shown = re.sub(r"<[^>]+>|\s+", " ", enter("marco").get(f"/voice/{voice}").text)
    assert re.search(rf"Its id, for privacy and counsel\s+{voice}", shown)
    iris = enter("iris")
    assert "There is no record with this id." in iris.get("/privacy/redact?record=concern-0").text
    assert iris.get(f"/privacy/redact?record={voice}").headers["Location"] == f"/privacy/redact/{voice}"
    assert "The narcotics count was off twice." in iris.get(f"/privacy/redact/{voice}").text


def test_counsel_holds_one_record_by_its_id(guarded: Alder, enter: Enter) -> None:
    voice, clara = said_by_nora(guarded), enter("clara")
    assert 'name="about"' in clara.get("/do/hold/place?next=/privacy").text
    assert clara.send("/do/hold/place?next=/privacy", about=voice, reason="File 17.").status_code == 303
    assert f"Concern …{voice[-6:]}" in clara.get("/privacy").text


def test_a_passage_is_taken_out_on_past_pages_too(guarded: Alder, enter: Enter) -> None:
    guarded.on("2025-07-04")
    voice = said_by_nora(guarded, "Mrs Finch in room nine fell.")
    guarded.on("2025-07-06")
    ines = enter("ines")
    texts = ines.get(link(ines.get(f"/voice/{voice}").text, "Take a passage out")).text
    form = link(texts, "Take a passage out")
    unchanged = ines.send(form, text="Mrs Finch in room nine fell.", reason="A name.")
    assert unchanged.status_code == 422
    assert ines.send(form, text="[…] in room nine fell.", reason="A name.").status_code == 303
    for query in ("", "?as_of=2025-07-05", "?on=2025-07-05"):
        page = ines.get(f"/voice/{voice}{query}").text
        assert "[…] in room nine fell." in page
        assert "Finch" not in page
    assert "Read apart from the board on 6 Jul, by quality director." in enter("nora").get("/answers").text


def test_looks_are_on_record_and_can_be_narrowed(guarded: Alder, enter: Enter) -> None:
    iris, clara = enter("iris"), enter("clara")
    for _ in range(3):
        iris.get("/privacy/voices")
    page = clara.get("/privacy/reads").text
    assert page.count("Iris Vane, privacy officer") == 1, "a page loaded again is the same look"
    assert "Iris Vane, privacy officer" not in clara.get(f"/privacy/reads?person={guarded.who['clara']}").text
    assert "Iris Vane, privacy officer" in clara.get("/privacy/reads?what=identity&how=viewed").text
    assert "Nothing of that kind" in clara.get("/privacy/reads?how=exported").text
    assert clara.get("/privacy/reads?how=%00&what=<b>&person='").status_code == 200


def test_that_the_operator_checked_everything_is_among_the_looks(guarded: Alder, enter: Enter) -> None:
    upkeep.verified(guarded.house)
    iris, checked = enter("iris"), "Who Operator of the machine|How Checked|What The ledger"
    for narrowed in ("", "?how=verified", "?what=ledger", "?person=operator"):
        assert checked in cells(iris.get(f"/privacy/reads{narrowed}").text), narrowed
    assert checked not in cells(iris.get(f"/privacy/reads?person={guarded.who['clara']}").text)


def test_what_leaves_is_on_record_with_its_reason(guarded: Alder, enter: Enter) -> None:
    clara = enter("clara")
    told = clara.send(
        "/do/trail/disclose?next=/privacy/disclosures", what="privileged", to="court", reason="Order 17.", count="3"
    )
    assert told.status_code == 303, told.text
    page = enter("iris").get("/privacy/disclosures").text
    assert "Privileged records, 3 records" in page
    assert "Order 17." in page


def own(packed: bytes) -> tuple[str, str]:
    with zipfile.ZipFile(io.BytesIO(packed)) as file:
        return file.read("own.json").decode(), file.read("own.html").decode()


def test_somebody_takes_away_what_they_said_and_nobody_else_is_in_it(guarded: Alder, enter: Enter) -> None:
    voice = said_by_nora(guarded)
    guarded.does("marco", Answer(answer="We count twice from now on.", outcome="done"), voice)
    guarded.does("sam", Raise(unit="4-west", what="Something of somebody else."))
    nora = enter("nora")
    assert "We count twice from now on." in nora.get("/answers/copy").text
    taken = nora.client.post("/answers/copy", data={"csrf_token": token(nora)})
    for form in own(taken.data):
        assert "The narcotics count was off twice." in form
        assert "We count twice from now on." in form
        assert "Nora Bell" in form
        assert "Marco" not in form
        assert "person-" not in form
        assert "somebody else" not in form
    assert "Exported" in enter("iris").get("/privacy/reads?what=person").text
    assert "Their own, taken along by themselves." in enter("iris").get("/privacy/disclosures").text


def test_the_officer_takes_it_out_for_a_person_with_a_reason_after_a_preview(guarded: Alder, enter: Enter) -> None:
    said_by_nora(guarded)
    iris = enter("iris")
    typed = {"person": guarded.who["nora"], "reason": "She asked by letter."}
    assert iris.send("/privacy/copy", person=guarded.who["nora"]).status_code == 422
    assert iris.send("/privacy/copy", person="person-x", reason="x").status_code == 422
    preview = iris.send("/privacy/copy", **typed)
    assert "Press once more to let it leave" in preview.text
    assert "narcotics" not in preview.text
    assert "She asked by letter." not in iris.get("/privacy/disclosures").text
    left = iris.send("/privacy/copy", leave="yes", **typed)
    assert "narcotics" in own(left.data)[0]
    assert "She asked by letter." in iris.get("/privacy/disclosures").text


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/copy",
        "/voices",
        "/reads",
        "/disclosures",
        "/erase",
        "/forget",
        "/redact/concern-00000000000000000000000000",
    ],
)
def test_the_place_is_not_there_for_others(guarded: Alder, enter: Enter, path: str) -> None:
    for login in ("nora", "marco", "ruth"):
        assert enter(login).get(f"/privacy{path}").status_code == 404


def token(browser: Browser) -> str:
    page = browser.get("/answers").text
    found = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert found
    return found[1]
