"""One question first, and what follows from each of its five answers."""

import io

import pytest

from services import admission
from tests.web.alder import Alder
from tests.web.conftest import Enter
from workflows.concern.commands import Raise
from workflows.grievance.commands import Open
from workflows.hospital.commands import Appoint

WORDS = "The call bell of bed 4 is dead <b>=1+1</b>"


@pytest.fixture
def voice(hospital: Alder) -> str:
    return hospital.does("nora", Raise(unit="4-west", what=WORDS))


def test_what_nobody_looked_at_stands_in_a_list_the_urgent_first(hospital: Alder, voice: str, enter: Enter) -> None:
    hospital.does("nora", Raise(unit="4-west", what="Smoke in the linen room", urgent=True))
    hospital.does("nora", Raise(unit="4-west", what="Waiting to enter", speaker="anonymous"))
    page = enter("marco").get("/triage").text
    assert page.index("Smoke in the linen room") < page.index("The call bell of bed 4")
    assert "Waiting to enter" in page
    assert "cannot wait" in page
    assert "<b>=1+1" not in page


@pytest.mark.parametrize(
    ("route", "then"),
    [
        ("event", "Note its number"),
        ("complaint", "It was settled"),
        ("concern", "To its story"),
        ("danger", "call them"),
    ],
)
def test_an_answer_leads_on(voice: str, enter: Enter, route: str, then: str) -> None:
    marco = enter("marco")
    assert marco.get(f"/triage/{voice}").text.count('name="route"') == 5
    sent = marco.send(f"/triage/{voice}", route=route)
    assert (sent.status_code, sent.location) == (303, f"/triage/{voice}")
    assert then in marco.get(f"/triage/{voice}").text
    assert WORDS.partition(" <")[0] not in marco.get("/triage").text


def test_it_can_be_said_again_as_it_should_be(voice: str, enter: Enter) -> None:
    marco = enter("marco")
    marco.send(f"/triage/{voice}", route="event")
    assert marco.get(f"/triage/{voice}?again=1").text.count('name="route"') == 5
    marco.send(f"/triage/{voice}?again=1", route="concern")
    assert "a concern, idea or question" in marco.get(f"/triage/{voice}").text


def test_the_number_of_the_event_system_is_noted_beside_ours(hospital: Alder, voice: str, enter: Enter) -> None:
    marco = enter("marco")
    marco.send(f"/triage/{voice}", route="event")
    number = hospital.house.ledger.stream_rows(voice)[0][0]
    assert f"#{number}" in marco.get(f"/triage/{voice}").text
    form = f"/do/concern/link_event?to={voice}&next=/triage/{voice}"
    assert marco.send(form, number="=HYPERLINK(1)").status_code == 422
    assert marco.send(form, number="EV-2025-118").location == f"/triage/{voice}"
    assert "Number in the event system: EV-2025-118" in marco.get(f"/voice/{voice}").text, "letter by letter"
    assert "EV-2025-118" in marco.get(f"/triage/{voice}").text
    assert "EV-2025-118" in marco.get(f"/voice/{voice}").text


def test_what_waits_anonymously_is_looked_at_too(hospital: Alder, enter: Enter) -> None:
    waiting = hospital.does("nora", Raise(unit="4-west", what="Nobody answers pages", speaker="anonymous"))
    marco = enter("marco")
    assert marco.send(f"/triage/{waiting}", route="complaint").status_code == 303
    assert "Nobody answers pages" not in marco.get("/triage").text


def test_a_complaint_that_waits_becomes_a_grievance_at_once(hospital: Alder, enter: Enter) -> None:
    waiting = hospital.does("nora", Raise(unit="4-west", what="Nobody explained the drain", speaker="anonymous"))
    marco = enter("marco")
    marco.send(f"/triage/{waiting}", route="complaint")
    assert "Open a grievance" in marco.get(f"/triage/{waiting}").text
    here = f"/triage/{waiting}"
    asked = f"/do/grievance/open?concern={waiting}&unit=4-west&next={here}"
    assert "Nobody explained the drain" in marco.get(asked).text
    assert marco.send(asked, concern=waiting, unit="4-west", complaint="The drain", language="es").location == here
    assert "its letter is due on" in marco.get(here).text
    assert 'href="/grievance' not in marco.get(f"/voice/{waiting}").text

    admission.admit(hospital.house)
    assert "to the grievance" in marco.get(marco.get(here).location or "").text


def test_a_matter_of_respect_is_handed_over_and_gone(hospital: Alder, voice: str, enter: Enter) -> None:
    marco = enter("marco")
    assert marco.send(f"/triage/{voice}", route="respect").location == "/triage"
    for path in (f"/triage/{voice}", f"/voice/{voice}", f"/do/concern/answer?to={voice}"):
        assert marco.get(path).status_code == 404
    assert "call bell" not in marco.get("/unit/4-west").text
    assert "call bell" in enter("nora").get(f"/voice/{voice}").text
    otis = enter("otis")
    assert "call bell" in otis.get("/triage/" + voice).text
    assert "call bell" in otis.get("/desk").text


@pytest.mark.parametrize("route", ["", "nothing", "danger' OR 1", "DANGER"])
def test_an_answer_that_is_none_is_refused(voice: str, enter: Enter, route: str) -> None:
    assert enter("marco").send(f"/triage/{voice}", route=route).status_code == 400


def test_whoever_does_not_triage_finds_nothing(hospital: Alder, voice: str, enter: Enter) -> None:
    for login, path in (("nora", "/triage"), ("nora", f"/triage/{voice}"), ("priya", f"/triage/{voice}")):
        assert enter(login).get(path).status_code == 404
    assert enter("nora").get("/").text.count('href="/triage"') == 0
    assert "The call bell" not in enter("priya").get("/triage").text
    for nowhere in ("concern-00000000000000000000000000", "waiting-00000000000000000000000000", "x", "%00"):
        assert enter("marco").get(f"/triage/{nowhere}").status_code == 404


def test_where_what_waited_has_entered_is_told_to_those_alone_who_may_read_it_there(
    hospital: Alder, enter: Enter
) -> None:
    waited = hospital.does("nora", Raise(unit="4-west", what="Nobody answers pages", speaker="anonymous"))
    admission.admit(hospital.house)
    (voice,) = hospital.house.ledger.streams("concern")
    for page in ("voice", "triage"):
        assert enter("marco").get(f"/{page}/{waited}").location == f"/{page}/{voice}"
    for page in ("voice", "triage", "respect"):
        known, unknown = (enter("priya").get(f"/{page}/{one}") for one in (waited, f"waiting-{'0' * 26}"))
        assert (known.status_code, unknown.status_code) == (404, 404), page


def test_the_page_says_whether_somebody_was_called(hospital: Alder, voice: str, enter: Enter) -> None:
    marco = enter("marco")
    hospital.does("operator", hospital_role(hospital, "ines"), "hospital")
    marco.send(f"/triage/{voice}", route="danger")
    hospital.house.policies.pull()
    assert "House supervisor answers for it, today." in marco.get(f"/triage/{voice}").text
    assert "no mail is sent" in marco.get(f"/voice/{voice}").text


def hospital_role(here: Alder, login: str) -> Appoint:
    return Appoint(person=here.who[login], role="house_supervisor", since="2025-01-06")


def test_a_complaint_that_became_a_grievance_leads_to_its_letter(hospital: Alder, voice: str, enter: Enter) -> None:
    marco = enter("marco")
    marco.send(f"/triage/{voice}", route="complaint")
    page = marco.get(f"/do/grievance/open?concern={voice}&unit=4-west")
    assert "The call bell of bed 4 is dead" in page.text
    grievance = hospital.does("marco", Open(unit="4-west", concern=voice, complaint="A dead bell"))
    assert f'href="/grievance/{grievance}"' in marco.get(f"/triage/{voice}").text
    assert f'href="/grievance/{grievance}"' in marco.get(f"/voice/{voice}").text


def test_numbers_come_back_on_a_page(hospital: Alder, voice: str, enter: Enter) -> None:
    marco = enter("marco")
    token = marco.get("/triage/numbers").text.split('name="csrf_token" value="')[1].split('"', 1)[0]

    def brings(file: bytes) -> str:
        data = {"csrf_token": token, "file": (io.BytesIO(file), "numbers.csv")}
        return marco.client.post("/triage/numbers", data=data).text

    number = hospital.house.ledger.stream_rows(voice)[0][0]
    assert "What to do" in brings(f"Our number,Event number\n{number},E-1\n9999,E-2\n".encode())
    assert "E-1" in marco.get(f"/voice/{voice}").text
    assert "The first row names two columns" in brings(b"<script>,x\n1,2")
    assert "Choose a file first." in marco.send("/triage/numbers").text
    assert enter("nora").get("/triage/numbers").status_code == 404
