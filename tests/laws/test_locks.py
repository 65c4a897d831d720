"""What is installed is what was pinned: every byte by its hash, from whichever index, and the tests on the same versions."""

import re
import tomllib

import pytest

from tests.laws.tree import TOP

PIN = re.compile(r"^([a-z0-9.-]+)==(\S+)", re.MULTILINE)


def lock(name: str) -> str:
    return (TOP / name).read_text(encoding="utf-8")


def pins(name: str) -> dict[str, str]:
    return dict(PIN.findall(lock(name)))


def distribution(requirement: str) -> str:
    """`psycopg[binary,pool]>=3` is `psycopg`, spelled as an index spells it."""
    return re.split(r"[^A-Za-z0-9._-]", requirement)[0].lower().replace("_", "-")


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_names_no_address_and_every_hash(name: str) -> None:
    entries = re.split(r"\n(?=[a-z])", lock(name).strip())
    assert "://" not in lock(name)
    assert [entry for entry in entries if "--hash=sha256:" not in entry or not PIN.match(entry)] == []


def test_the_tests_run_on_the_versions_that_are_served() -> None:
    served, tested = pins("requirements.lock"), pins("requirements-dev.lock")
    assert {name: tested.get(name) for name in served} == served


def test_every_dependency_is_pinned() -> None:
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
    served = {distribution(line) for line in project["project"]["dependencies"]}
    tested = {distribution(line) for line in project["dependency-groups"]["dev"]}
    assert served - set(pins("requirements.lock")) == set()
    assert tested - set(pins("requirements-dev.lock")) == set()
