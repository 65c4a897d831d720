"""Search over the API: asked in a body, answered with what the caller may read."""

import pytest

from tests.api.ward import ROOT, Ward

PATH = "/search"


def found(ward: Ward, name: str, words: str) -> list[str]:
    answer = ward.client.post(ROOT + PATH, json={"words": words}, headers=ward.signed(name))
    assert answer.status_code == 200, answer.text
    assert answer.json is not None
    assert answer.json["whole"] is True
    return [one["stream"] for one in answer.json["found"]]


def test_it_is_found_by_its_unit_alone(ward: Ward) -> None:
    voice = ward.begins("nora", "/concern/raise", unit="4-west", what="No hay jabón en el baño")
    issue = ward.begins("marco", "/issue/list", unit="4-west", title="Soap is out")
    assert sorted(found(ward, "sam", "soap")) == sorted([voice, issue]), "in whichever language it was said"
    assert found(ward, "sam", "JABON") == [issue, voice]
    assert found(ward, "kim", "soap") == []
    answer = ward.client.post(ROOT + PATH, json={"words": "bano"}, headers=ward.signed("sam")).json
    assert answer == {
        "found": [{"stream": voice, "unit": "4-west", "words": ["No hay jabón en el baño"]}],
        "before": None,
        "whole": True,
    }


def test_a_program_finds_what_its_token_is_for(ward: Ward) -> None:
    ward.begins("nora", "/concern/raise", unit="4-west", what="The pump ran fast")
    for scopes, hits in ((("read.figures",), 0), (("read.board",), 0), (("read.issue",), 1)):
        token = ward.house.tokens.issue(ward.who["sam"], "a script", scopes, "2999-01-01")
        signed = {"Authorization": f"Bearer {token}"}
        answer = ward.client.post(ROOT + PATH, json={"words": "pump"}, headers=signed).json
        assert answer is not None
        assert len(answer["found"]) == hits, scopes


@pytest.mark.parametrize(
    "sent", [{}, {"words": ""}, {"words": "x" * 201}, {"words": "pump", "before": -1}, {"words": "pump", "as_of": "1"}]
)
def test_what_makes_no_sense_is_refused(shared_ward: Ward, sent: dict[str, object]) -> None:
    assert shared_ward.client.post(ROOT + PATH, json=sent, headers=shared_ward.signed("nora")).status_code == 422


def test_nobody_asks_by_address_or_unsigned(shared_ward: Ward) -> None:
    assert shared_ward.client.get(f"{ROOT}{PATH}?words=pump").status_code == 405
    assert shared_ward.client.post(ROOT + PATH, json={"words": "pump"}).status_code == 401
