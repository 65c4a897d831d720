"""Every document of words and terms holds a key once: a second one would silently replace the first."""

import json
from collections import Counter
from pathlib import Path

import pytest

from tests.laws.tree import TOP

DOCUMENTS = sorted(path for room in ("config", "services/web/phrases") for path in (TOP / room).rglob("*.json"))


def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    twice = [key for key, times in Counter(key for key, _ in pairs).items() if times > 1]
    assert not twice, twice
    return dict(pairs)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(TOP)))
def test_no_key_stands_twice(path: Path) -> None:
    json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=once)
