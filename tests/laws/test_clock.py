"""The core is handed its moments and its ids; `services/clock.py` alone asks what time it is."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.laws.tree import CORE, ROOMS, TOP, dotted, imported, modules, parsed, place

WALL = re.compile(
    r"(^|\.)(datetime\.(now|utcnow|today)|date\.today|time\.(time|time_ns|localtime|gmtime|ctime|strftime))$"
)
CHANCE = re.compile(r"^(random|secrets)(\.|$)|^uuid\.uuid[14]$|(^|\.)(uuid1|uuid4|urandom|getrandom)$")
PROCESS = re.compile(r"^(time|os|uuid)(\.|$)|(^|\.)(monotonic|perf_counter|process_time)(_ns)?$")
STORE_CLOCK = re.compile(r"current_(timestamp|date|time)\b|\bnow\(\)|'now'|\bstatement_timestamp\(", re.IGNORECASE)
ENGINES = re.compile(r"^sqlalchemy\.(create_engine|engine|orm|ext|event|pool)\b")


def uses(tree: ast.Module, forbidden: re.Pattern[str]) -> Iterator[ast.stmt | ast.expr]:
    """Where a forbidden name is imported or spelled out, called or not."""
    yield from (node for node, name in imported(tree) if forbidden.search(name))
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and forbidden.search(dotted(node)))


def texts(tree: ast.Module) -> Iterator[ast.Constant]:
    """Every string that is not a docstring or another bare sentence."""
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield node


def offences(paths: list[Path], forbidden: re.Pattern[str]) -> list[str]:
    return [place(path, node) for path in paths for node in uses(parsed(path), forbidden)]


@pytest.mark.parametrize("forbidden", [WALL, CHANCE, PROCESS, ENGINES], ids=["wall", "chance", "process", "engines"])
def test_the_core_asks_neither_clock_nor_chance_nor_machine(forbidden: re.Pattern[str]) -> None:
    assert offences(modules(*CORE), forbidden) == []


def test_one_file_alone_reads_the_clock_of_the_wall() -> None:
    others = [path for path in modules(*ROOMS) if path != TOP / "services" / "clock.py"]
    assert offences(others, WALL) == []


def test_no_store_is_asked_for_the_time() -> None:
    found = [
        place(p, node) for p in modules(*ROOMS) for node in texts(parsed(p)) if STORE_CLOCK.search(str(node.value))
    ]
    scripts = [
        str(p) for room in ROOMS for p in (TOP / room).rglob("*.sql") if STORE_CLOCK.search(p.read_text("utf-8"))
    ]
    assert found + scripts == []


@pytest.mark.parametrize(
    ("forbidden", "source"),
    [
        (WALL, "import datetime\nat = datetime.datetime.now()"),
        (WALL, "from datetime import datetime\nat = datetime.now"),
        (WALL, "from datetime import date as d, date\nday = date.today()"),
        (WALL, "from time import time"),
        (CHANCE, "from uuid import uuid4"),
        (CHANCE, "import uuid\nuuid.uuid1()"),
        (CHANCE, "import secrets"),
        (CHANCE, "from random import shuffle"),
        (PROCESS, "from time import monotonic"),
        (PROCESS, "import os"),
        (ENGINES, "from sqlalchemy import create_engine"),
        (ENGINES, "from sqlalchemy.orm import Session"),
    ],
)
def test_a_breach_is_seen(forbidden: re.Pattern[str], source: str) -> None:
    assert list(uses(ast.parse(source), forbidden))


def test_a_breach_in_sql_is_seen_and_a_sentence_about_it_is_not() -> None:
    tree = ast.parse('"""CURRENT_TIMESTAMP is refused."""\nsql = "INSERT INTO t VALUES (CURRENT_TIMESTAMP)"')
    assert [node.lineno for node in texts(tree) if STORE_CLOCK.search(str(node.value))] == [2]
