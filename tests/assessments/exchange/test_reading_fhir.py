"""What others wrote as a Questionnaire: every thing in it is carried over, or it is said that it is not."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.exchange import Draft, fhir
from assessments.instrument import Instrument, asked, read

WORDS = {"1": "No", "2": "A little", "3": "Yes"}
LIKELY = [{"valueCoding": {"system": "urn:a", "code": code, "display": word}} for code, word in WORDS.items()]
WALK: dict[str, Any] = {
    "resourceType": "Questionnaire",
    "status": "draft",
    "name": "WalkThrough",
    "item": [
        {"linkId": "hello", "type": "display", "text": "Two minutes."},
        {
            "linkId": "g",
            "type": "group",
            "text": "The hallway",
            "item": [
                {"linkId": "1.1", "type": "choice", "text": "Is it free?", "answerOption": LIKELY, "required": True},
                {
                    "linkId": "1.2",
                    "type": "choice",
                    "text": "What stands there?",
                    "answerOption": LIKELY,
                    "enableWhen": [{"question": "1.1", "operator": "!=", "answerCoding": {"code": "3"}}],
                },
            ],
        },
        {"linkId": "2", "type": "boolean", "text": "Was somebody told?"},
        {"linkId": "3", "type": "text", "text": "Anything else?"},
    ],
}


def drafted(**otherwise: Any) -> Draft:
    found = fhir.read(json.dumps(WALK | otherwise).encode())
    assert isinstance(found, Draft), found
    return found


def told(draft: Draft) -> dict[str, str]:
    return {one.place: one.why for one in draft.lost}


def test_a_questionnaire_of_somebody_else() -> None:
    draft = drafted()
    instrument = read(draft.document)
    assert isinstance(instrument, Instrument), instrument
    assert [item.id for item in instrument.items] == ["q-1-1", "q-1-2", "q-2"]
    assert (instrument.introduction, instrument.scale_of(instrument.items[0]).values) == (
        {"en": "Two minutes."},
        (1, 2, 3),
    )
    assert [item.id for item in asked(instrument, {"q-1-1": 3})] == ["q-1-1", "q-2"]
    assert [item.id for item in asked(instrument, {})] == ["q-1-1", "q-1-2", "q-2"]


@pytest.mark.parametrize(
    ("place", "word"),
    [
        ("item/1/text", "'The hallway'"),
        ("item/1/item/0/required", "required"),
        ("item/1/item/0/linkId", "'q-1-1'"),
        ("item/3", "only choices"),
        ("version", "1 here"),
        ("scales/0/positive", "positive"),
        ("items", "disrespect"),
        ("validation", "not validated"),
    ],
)
def test_what_is_not_carried_over_is_said(place: str, word: str) -> None:
    assert word in told(drafted())[place]


@given(
    st.sampled_from(["prefix", "definition", "answerValueSet", "readOnly", "initial", "maxLength"]), st.integers(0, 1)
)
def test_whatever_else_stands_in_an_item_is_said(key: str, at: int) -> None:
    values = {
        "readOnly": True,
        "maxLength": 3,
        "initial": [{"valueInteger": 1}],
        "answerValueSet": "urn:x",
        "definition": "urn:y",
    }
    extra = {"linkId": f"more{at}", "type": "integer", key: values.get(key, "1.")}
    assert f"item/4/{key}" in told(drafted(item=[*WALK["item"], extra]))


@pytest.mark.parametrize(
    ("item", "word"),
    [
        ({"type": "choice", "answerOption": LIKELY, "repeats": True}, "Several answers"),
        ({"type": "choice", "answerValueSet": "http://x.org/vs"}, "do not stand in the file"),
        ({"type": "choice", "answerOption": LIKELY[:1]}, "too few"),
        ({"type": "date"}, "answered with date"),
    ],
)
def test_an_item_that_cannot_be_asked_is_left_out_and_said(item: dict[str, Any], word: str) -> None:
    draft = drafted(item=[*WALK["item"], {"linkId": "z", **item}])
    assert word in told(draft)["item/4"]
    assert "z" not in [one["id"] for one in draft.document["items"]]


def test_codes_that_are_no_numbers_are_numbered_in_their_row() -> None:
    loinc = [{"valueCoding": {"system": "http://loinc.org", "code": code}} for code in ("LA6568-5", "LA6569-3")]
    draft = drafted(item=[{"linkId": "a", "type": "choice", "answerOption": loinc}])
    assert [one["value"] for one in draft.document["scales"][0]["options"]] == [1, 2]
    assert "'LA6568-5' is 1 here" in next(one.why for one in draft.lost if one.place == "item/0/answerOption")


def test_whoever_waits_for_what_was_left_out_is_always_asked_and_it_is_said() -> None:
    waits = {"enableWhen": [{"question": "3", "operator": "exists", "answerBoolean": True}]}
    draft = drafted(item=[*WALK["item"], {"linkId": "late", "type": "boolean", **waits}])
    assert "always asked" in told(draft)["item/4/enableWhen"]


@pytest.mark.parametrize(
    "broken",
    [
        {"status": "nope"},
        {"item": [{"linkId": "a", "type": "bogus"}]},
        {"item": [{"type": "boolean"}]},
        {"item": [{"linkId": "a", "type": "boolean"}, {"linkId": "a", "type": "boolean"}]},
        {"item": [{"linkId": "a", "type": "group"}]},
        {"item": [{"linkId": "a", "type": "boolean", "answerOption": LIKELY}]},
        {
            "item": [
                {
                    "linkId": "a",
                    "type": "boolean",
                    "enableWhen": [{"question": "b", "operator": "=", "answerBoolean": True}],
                }
            ]
        },
        {"resourceType": "Patient"},
        {"items": []},
    ],
)
def test_what_is_no_questionnaire_is_refused(broken: dict[str, Any]) -> None:
    found = fhir.read(json.dumps(WALK | broken).encode())
    assert not isinstance(found, Draft)
    assert found


@given(st.binary(max_size=200))
def test_whatever_is_sent_it_is_judged(document: bytes) -> None:
    fhir.read(document)
