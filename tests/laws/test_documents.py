"""The documents of the house say what it takes for granted: their schemas are judged here, not whenever it starts."""

import json
from pathlib import Path

import pytest
from jsonschema.validators import validator_for

TOP = Path(__file__).parents[2]
SCHEMAS = sorted(path for room in ("config", "assessments") for path in (TOP / room).rglob("*.schema.json"))


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.name)
def test_a_schema_is_one(path: Path) -> None:
    schema = json.loads(path.read_bytes())
    validator_for(schema).check_schema(schema)
