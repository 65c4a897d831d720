"""`tests/cases/rights.txt` read: who is expected to be able to do what."""

from collections.abc import Iterator, Mapping
from pathlib import Path

CASES = Path(__file__).parents[1] / "cases" / "rights.txt"


def expected() -> Mapping[str, frozenset[str]]:
    """Who may, by action: roles, relations, the machine's own."""
    groups: dict[str, frozenset[str]] = {}
    table: dict[str, frozenset[str]] = {}
    for line in _lines():
        if "=" in line:
            name, _, members = line.partition("=")
            groups[name.strip()] = _spelled(members.split(), groups)
        else:
            action, *allowed = line.split()
            assert action not in table, f"{action} stands there twice"
            table[action] = _spelled(allowed, groups)
    return table


def _lines() -> Iterator[str]:
    for line in CASES.read_text().splitlines():
        if line and not line.startswith("#"):
            yield line


def _spelled(words: list[str], groups: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return frozenset(one for word in words for one in groups.get(word, {word}))
