"""The API keeps its word: whatever is sent, no answer that its description does not know, and none that is our fault."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import Case, GenerationMode
from schemathesis.config import SchemathesisConfig
from schemathesis.schemas import BaseSchema

from tests.api.ward import ROOT, Ward, opened
from tests.conftest import FULL
from tests.golden.openapi import GOLDEN, described
from workflows import lexicon

EXAMPLES = 200 if FULL else 4

Operation = tuple[str, str]


def operations() -> list[Operation]:
    """Path and method of every operation; in a short run of every read and of some commands, which share one route."""
    paths = json.loads(GOLDEN.read_bytes())["paths"]
    found = [(path, method) for path, item in paths.items() for method in item if method in ("get", "post", "delete")]
    return found if FULL else [one for n, one in enumerate(found) if one[1] != "post" or n % 7 == 0]


REFUSALS = ["2xx", "401", "403", "404", "409", "412", "422"]
"""Right in form, and refused all the same: by a rule, by rights, because it is not there or has changed."""


@pytest.fixture(scope="module")
def fuzzed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Ward, BaseSchema]]:
    """A ward that is knocked at from all sides, and what it says of itself."""
    accepted = {"positive_data_acceptance": {"expected-statuses": [*REFUSALS, "304", "400", "429"]}}
    config = SchemathesisConfig.from_dict({"checks": accepted})
    with opened(tmp_path_factory.mktemp("fuzzed") / "alder") as ward:
        yield ward, schemathesis.openapi.from_wsgi(f"{ROOT}/openapi.json", ward.app, config=config)


@pytest.mark.heavy
@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["as described", "otherwise"])
@pytest.mark.parametrize(("path", "method"), operations(), ids=lambda part: part.removeprefix(ROOT))
def test_whatever_is_sent_is_answered_as_described(
    fuzzed: tuple[Ward, BaseSchema], path: str, method: str, mode: GenerationMode
) -> None:
    ward, schema = fuzzed
    signed = ward.signed("ines")

    @settings(max_examples=EXAMPLES, derandomize=not FULL, deadline=None, suppress_health_check=list(HealthCheck))
    @given(case=schema[path][method].as_strategy(generation_mode=mode))
    def keeps_its_word(case: Case[Any]) -> None:
        case.call_and_validate(headers=signed)

    keeps_its_word()


def test_every_command_can_be_given_by_its_name() -> None:
    described_ = json.loads(GOLDEN.read_bytes())["paths"].values()
    posts = {item["post"]["operationId"] for item in described_ if "post" in item}
    differing = posts ^ {*lexicon.COMMAND_TYPES, "session.begin", "measures.values", "search"}
    assert not differing, f"{', '.join(sorted(differing))}: agreed on? Then: python -m tests.golden.openapi"


def test_the_description_is_the_one_agreed_on(tmp_path: Path) -> None:
    assert GOLDEN.read_bytes() == described(), "Agreed on? Then: python -m tests.golden.openapi"
