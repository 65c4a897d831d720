"""What we write, held against the structure that HL7 publishes."""

import json

import pytest
from hypothesis import given
from jsonschema import Draft6Validator

from assessments.exchange.fhir.writing import questionnaire
from assessments.instrument import Instrument, published
from tests.assessments.exchange.conftest import OFFICIAL
from tests.assessments.exchange.instruments import instruments

JUDGE = Draft6Validator(json.loads(OFFICIAL.read_bytes()))


@pytest.mark.parametrize("name", sorted(published()))
def test_our_own(name: str) -> None:
    assert list(JUDGE.iter_errors(questionnaire(published()[name]))) == []


@given(instruments())
def test_any(instrument: Instrument) -> None:
    assert list(JUDGE.iter_errors(questionnaire(instrument))) == []
