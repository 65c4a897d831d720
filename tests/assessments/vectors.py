"""The worked examples of `tests/cases/assessments/vectors.json`: each with its source, its numbers, and what must come out."""

import json
from pathlib import Path
from typing import Any

import pytest

CASES: dict[str, list[dict[str, Any]]] = json.loads(
    (Path(__file__).parents[1] / "cases/assessments/vectors.json").read_text(encoding="utf-8")
)


def case(name: str) -> pytest.MarkDecorator:
    """Each example of this name in turn."""
    return pytest.mark.parametrize("case", CASES[name], ids=str)
