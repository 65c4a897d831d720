"""`asvs.csv` speaks of every requirement once, and of nothing that is not there.

A proof is a test (several parted by `; `; a file alone means all its tests), `doc:` and the file where something is written
down, `n/a:` and why it does not apply, or `open:` and what is missing: those are counted and told.
"""

import ast
import csv
import re
from functools import cache
from pathlib import Path

import pytest
from msgspec import Struct

from tests.laws.tree import TOP, parsed

TABLE = Path(__file__).with_name("asvs.csv")
OPEN_AT_MOST = 4
REASONED = ("n/a", "open")


class Row(Struct, frozen=True):
    """One requirement."""

    requirement: str
    level: str
    words: str
    proof: str


@cache
def rows() -> tuple[Row, ...]:
    with TABLE.open(encoding="utf-8", newline="") as table:
        lines = csv.reader(table)
        next(lines)
        return tuple(Row(*line) for line in lines)


def is_open(row: Row) -> bool:
    return row.proof.startswith("open:")


@cache
def tests_of(file: str) -> frozenset[str]:
    tree = parsed(TOP / file)
    return frozenset(
        node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    )


def lacks(proof: str) -> str:
    """What a proof names that is not there; "" when all is."""
    kind, apart, reason = proof.partition(": ")
    if apart and kind in REASONED:
        return "" if len(reason.split()) >= 3 else proof
    if apart and kind == "doc":
        return "" if (TOP / reason).is_file() else reason
    return next((node for node in proof.split("; ") if not is_there(node)), "")


def is_there(node: str) -> bool:
    file, _, test = node.partition("::")
    if not re.fullmatch(r"tests/[\w/]+\.py", file) or not (TOP / file).is_file():
        return False
    return test in tests_of(file) if test else bool(tests_of(file))


def test_every_requirement_is_spoken_of_once() -> None:
    """Of 345 requirements 253 are of the first two levels, numbered as the standard numbers them."""
    told = [row.requirement for row in rows()]
    assert len(told) == len(set(told)) == 253
    assert sum(row.level == "1" for row in rows()) == 70
    assert {row.level for row in rows()} == {"1", "2"}
    assert all(re.fullmatch(r"V(1[0-7]|[1-9])\.\d\.\d{1,2}", one) for one in told)
    assert {int(one[1:].split(".")[0]) for one in told} == set(range(1, 18))


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.requirement)
def test_what_proves_it_is_there(row: Row) -> None:
    assert lacks(row.proof) == ""
    assert len(row.words.split()) >= 1


def test_what_is_open_is_told() -> None:
    waiting = [f"{row.requirement} {row.words}: {row.proof}" for row in rows() if is_open(row)]
    print(f"{len(waiting)} of {len(rows())} are open:", *waiting, sep="\n  ")
    assert len(waiting) <= OPEN_AT_MOST


@pytest.mark.parametrize(
    "proof",
    [
        "",
        "n/a: no",
        "open:",
        "doc: nowhere.md",
        "tests/web/test_nothing.py",
        "tests/web/test_wall.py::test_nothing",
        "tests/../x.py",
    ],
)
def test_a_proof_that_is_none_is_seen(proof: str) -> None:
    assert not is_there(proof)
    assert lacks(proof) == proof.removeprefix("doc: ")
