"""How one wants to be told, over the API: read and said for oneself alone."""

import pytest

from services.people import Preference, Quiet
from tests.api.ward import ROOT, Ward

PATH = f"{ROOT}/preferences"


def signed(ward: Ward, name: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {ward.house.sessions.begin(ward.who[name], ward.house.now())}"}


def test_one_reads_and_says_it(ward: Ward) -> None:
    nora = signed(ward, "nora")
    assert ward.client.get(PATH, headers=nora).json == {"digest": "daily", "quiet_begins": None, "quiet_ends": None}
    wished = {"digest": "mondays", "quiet_begins": "21:30", "quiet_ends": "06:00"}
    assert ward.client.put(PATH, headers=nora, json=wished).json == wished
    assert ward.client.get(PATH, headers=nora).json == wished
    assert ward.house.preferences.of(ward.who["nora"]) == Preference("mondays", Quiet("21:30", "06:00"))
    assert ward.client.get(PATH, headers=signed(ward, "sam")).json["digest"] == "daily"  # type: ignore[index] # it is there


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"digest": "hourly"},
        {"digest": "daily", "quiet_begins": "21:30"},
        {"digest": "daily", "quiet_begins": "21:30", "quiet_ends": "21:30"},
        {"digest": "daily", "quiet_begins": "9pm", "quiet_ends": "6am"},
        {"digest": "daily", "person": "person-1"},
    ],
)
def test_what_makes_no_sense_is_refused(shared_ward: Ward, sent: dict[str, str]) -> None:
    assert shared_ward.client.put(PATH, headers=signed(shared_ward, "nora"), json=sent).status_code == 422


def test_a_program_reads_it_and_says_nothing(shared_ward: Ward) -> None:
    token = shared_ward.house.tokens.issue(shared_ward.who["nora"], "a script", ("read.*",), "2999-01-01")
    program = {"Authorization": f"Bearer {token}"}
    assert shared_ward.client.get(PATH, headers=program).status_code == 200
    assert shared_ward.client.put(PATH, headers=program, json={"digest": "never"}).status_code == 403
    assert shared_ward.client.get(PATH).status_code == 401
