"""`asvs.csv` speaks of every requirement once, and of nothing that is not there.

A proof is a test (several parted by `; `; a file alone means all its tests), `doc:` and the file where something is written
down, `n/a:` and why it does not apply, or `open:` and what is missing: those are counted and told.
"""

import ast
import csv
import re
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
from msgspec import Struct

from tests.laws.tree import TOP, parsed

TABLE = Path(__file__).with_name("asvs.csv")
STANDARD = "3765ed9541ee1523694f731f53d3201978aa23cf9cac70481d40476d8a2d1e27"
"""SHA-256 of the numbers and levels of levels 1 and 2, in the order of the standard (5.0.0), each "number level" on a line."""
OPEN_AT_MOST = 1
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
def names_in(file: str) -> frozenset[str]:
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
    return test in names_in(file) if test else bool(names_in(file))


def test_every_requirement_is_spoken_of_once() -> None:
    """The 253 of the first two levels, in the order of the standard."""
    told = "\n".join(f"{row.requirement} {row.level}" for row in rows())
    assert len(rows()) == 253
    assert sha256(told.encode()).hexdigest() == STANDARD


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
    ],
)
def test_a_proof_that_is_none_is_seen(proof: str) -> None:
    assert not is_there(proof)
    assert lacks(proof) == proof.removeprefix("doc: ")
