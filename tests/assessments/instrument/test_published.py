"""The instruments that come with the house: every one can be read, says what it is, and never changes once published."""

import json
from pathlib import Path

import pytest

from assessments.instrument import Instrument, canonical, digest, lacking, published, read
from assessments.instrument.published import documents

KEPT = Path(__file__).parents[2] / "cases/assessments/published.json"
OURS = sorted(name for name, one in published().items() if one.wording == "ours")
PACKS = sorted(name for name, one in published().items() if one.wording == "supplied")


def test_what_is_published_never_changes() -> None:
    """A changed word is a new version: `<id>-<version>.json` and a new line in `tests/cases/assessments/published.json`."""
    assert {name: digest(json.loads(document)) for name, document in documents().items()} == json.loads(
        KEPT.read_text()
    )


def test_a_file_is_named_by_what_it_holds() -> None:
    read_as = {name: read(document) for name, document in documents().items()}
    assert all(isinstance(one, Instrument) and name == f"{one.id}-{one.version}.json" for name, one in read_as.items())


def test_it_is_laid_out_as_one_reads_it() -> None:
    laid_out = {
        name: json.dumps(json.loads(one), indent=2, ensure_ascii=False) + "\n" for name, one in documents().items()
    }
    assert laid_out == {name: one.decode() for name, one in documents().items()}


@pytest.mark.parametrize("name", OURS)
def test_our_own_say_that_nothing_is_known_of_them(name: str) -> None:
    ours = published()[name]
    assert ours.validation.status == "not-validated"
    assert ours.validation.statement["en"] == "Not validated; no benchmark."
    assert {one.language for one in ours.languages} == set(ours.note) == {"en", "es"}
    assert all(100 <= sum(len(part.split()) for part in note) <= 500 for note in ours.note.values()), (
        "a page, not a line"
    )
    assert lacking(ours) == ()


@pytest.mark.parametrize("name", PACKS)
def test_what_is_not_ours_comes_without_its_words(name: str) -> None:
    pack = published()[name]
    assert pack.licence.permission == "ask"
    assert len(lacking(pack)) == len(pack.items)
    assert all(item.topic for item in pack.items)


def test_the_map_of_sops_hospital_2() -> None:
    sops = published()["sops-hospital-2"]
    scaled = [item for composite in sops.composites for item in composite.items]
    assert (len(sops.composites), len(scaled), len(set(scaled)), len(sops.items)) == (10, 32, 32, 34)
    assert [item.id for item in sops.items if item.reverse] == [
        "A3",
        "A5",
        "A6",
        "A7",
        "A9",
        "A11",
        "A13",
        "A14",
        "B2",
        "C7",
        "F3",
        "F4",
        "F5",
    ]


def test_respect_is_asked_with_care() -> None:
    assert all(item.respect for item in published()["respect-pulse"].items)


def test_a_document_read_back_from_its_canonical_bytes_is_the_same() -> None:
    for document in documents().values():
        assert read(canonical(json.loads(document))) == read(document)
