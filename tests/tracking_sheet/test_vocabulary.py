"""The words as data: valid, whole, and free of words that mean two things."""

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from services.tracking_sheet.row import Unreadable
from services.tracking_sheet.spelling import plain
from services.tracking_sheet.vocabulary import load
from tests.laws.tree import TOP

CONFIG = TOP / "config"
SCHEMAS = sorted([*(CONFIG / "sheet").glob("*.schema.json"), CONFIG / "words" / "words.schema.json"])


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda path: path.stem)
def test_every_schema_is_a_schema_and_refuses_something(schema: Path) -> None:
    document = json.loads(schema.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(document)
    assert document["title"]
    assert not Draft202012Validator(document).is_valid([])


def test_every_document_has_a_schema() -> None:
    sheet = {path.name.split(".")[0] for path in (CONFIG / "sheet").glob("*.json")}
    assert {path.name.split(".")[0] for path in SCHEMAS} >= sheet


@pytest.mark.parametrize("name", ["columns", "priorities", "executives"])
def test_no_word_means_two_things(name: str) -> None:
    document = json.loads((CONFIG / "sheet" / f"{name}.json").read_text(encoding="utf-8"))
    meanings = Counter(word for words in document.values() for word in {plain(word) for word in words})
    assert [word for word, count in meanings.items() if count > 1] == []


@pytest.mark.parametrize("name", ["statuses", "feedback"])
def test_no_cell_means_two_things(name: str) -> None:
    document = json.loads((CONFIG / "sheet" / f"{name}.json").read_text(encoding="utf-8"))
    meanings = Counter(word for words in document["words"].values() for word in {plain(word) for word in words})
    assert [word for word, count in meanings.items() if count > 1] == []


def test_a_broken_document_is_named(tmp_path: Path) -> None:
    shutil.copytree(CONFIG, tmp_path / "config")
    (tmp_path / "config" / "sheet" / "priorities.json").write_text('{"1": "high"}', encoding="utf-8")
    with pytest.raises(Unreadable, match=r"sheet/priorities\.json"):
        load(tmp_path / "config")


def test_both_languages_are_heard() -> None:
    words = load(CONFIG).words
    assert {"shouted", "grito"} <= words.respect
    assert {"mrs", "senora"} <= words.titles
