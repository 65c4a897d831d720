"""Every document of words and terms holds a key once: a second one would silently replace the first. What a timeline may tell
has words: without them the name of the event would stand there."""

import json
from collections import Counter
from pathlib import Path

import pytest

from services.web.phrases import phrases
from tests.laws.tree import TOP
from workflows import lexicon

DOCUMENTS = sorted(path for room in ("config", "services/web/phrases") for path in (TOP / room).rglob("*.json"))

UNTOLD = {"hospital", "hold", "subject", "identity", "trail", "ledger"}
"""Nouns whose facts no timeline tells in these words."""
TOLD = [event.NAME for noun in lexicon.NOUNS if noun.name not in UNTOLD for event in noun.events]


def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    twice = [key for key, times in Counter(key for key, _ in pairs).items() if times > 1]
    assert not twice, twice
    return dict(pairs)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(TOP)))
def test_no_key_stands_twice(path: Path) -> None:
    json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=once)


@pytest.mark.parametrize("name", TOLD)
def test_what_a_timeline_may_tell_has_words(name: str) -> None:
    assert name in phrases().events, f'"events" of services/web/phrases/en.json says what happened: {name}'
