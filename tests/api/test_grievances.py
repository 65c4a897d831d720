"""Grievances over the API: by days left, with their letters, for those who may read them."""

import pytest

from services import clock
from tests.api.ward import Ward

WORDS = "Nobody explained the drain"
SAID = "My mother has a drain"


@pytest.fixture
def grievance(ward: Ward) -> str:
    """A complaint on 4 West that became a grievance."""
    voice = ward.begins("nora", "/concern/raise", unit="4-west", what=SAID, who="family")
    ward.does("marco", f"/concern/{voice}/triage", route="complaint")
    return ward.begins("marco", "/grievance/open", unit="4-west", concern=voice, complaint=WORDS, language="es")


def test_a_grievance_is_listed_and_shown_with_its_letter(ward: Ward, grievance: str) -> None:
    (listed,) = ward.reads("ines", "/grievances", state="open")["grievances"]
    assert (listed["id"], listed["complaint"], listed["holder"]) == (grievance, WORDS, "role-patient-advocate")
    today = clock.day_of(ward.house.now(), ward.house.plate.zone)
    letter = {"contact": "Rosa Vega", "steps": "We asked.", "results": "It is done.", "outcome": "done"}
    ward.does("ines", f"/grievance/{grievance}/write_letter", **letter, completed=today)
    ward.does("ines", f"/grievance/{grievance}/send_letter", how="letter", to="Ana Ruiz")
    ward.does("ines", f"/grievance/{grievance}/close")
    shown = ward.reads("ines", f"/grievances/{grievance}")["grievance"]
    assert (shown["letter"]["results"], shown["letter"]["contact"]) == ("It is done.", "Rosa Vega")
    assert (shown["state"], shown["letter"]["how"], shown["letter"]["to"]) == ("closed", "letter", "Ana Ruiz")
    voice = ward.reads("ines", f"/concerns/{shown['concern']}")["voice"]
    assert voice["answer"]["text"] == "It is done."
    assert (voice["route"], voice["event"]) == ("complaint", None)
    assert voice["number"] == ward.house.ledger.stream_rows(shown["concern"])[0][0]


def test_who_may_not_read_it_finds_nothing(ward: Ward, grievance: str) -> None:
    for name in ("nora", "priya", "ruth"):
        assert ward.get(name, f"/grievances/{grievance}").status_code == 404
        assert WORDS not in ward.get(name, "/grievances").text
    assert WORDS in ward.get("marco", "/grievances").text


def test_no_list_of_the_unit_tells_of_it(ward: Ward, grievance: str) -> None:
    for path in ("board", "due", "timeline", "answers"):
        assert WORDS not in ward.get("sam", f"/units/4-west/{path}").text
        assert grievance not in ward.get("sam", f"/units/4-west/{path}").text.replace(f'"grievance":"{grievance}"', "")
    assert WORDS not in ward.get("sam", "/desks/role-patient-advocate").text
    assert WORDS in ward.get("ines", "/desks/role-patient-advocate").text


@pytest.mark.parametrize(
    ("verb", "sent"),
    [
        ("open", {"unit": "4-west", "complaint": "x", "concern": "concern-x"}),
        ("open", {"unit": "4-west", "complaint": "x"}),
    ],
)
def test_what_begins_wrongly_is_refused_with_the_field(ward: Ward, verb: str, sent: dict[str, str]) -> None:
    answer = ward.post("ines", f"/grievance/{verb}", sent)
    assert answer.status_code == 422
    assert "concern" in answer.text


@pytest.mark.parametrize("number", ["Smith, John", "=1+1", "no number", "12\n", "<b>1</b>", "1" * 60, "-1", "@1"])
def test_a_number_of_the_event_system_is_a_number(ward: Ward, number: str) -> None:
    voice = ward.begins("nora", "/concern/raise", unit="4-west", what="x")
    assert ward.post("marco", f"/concern/{voice}/link_event", {"number": number}).status_code == 422
