"""JSON documents from outside, each held against the JSON Schema beside it."""

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from services.tracking_sheet.row import Unreadable


def opened(folder: Path, name: str, schema: str | None = None) -> Any:
    """The document `name` of a folder, valid by `<schema>.schema.json` of the same folder."""
    document = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    checked(document, folder / f"{schema or name}.schema.json", f"{folder.name}/{name}.json")
    return document


def checked(document: Any, schema: Path, called: str) -> None:
    """Raises Unreadable, saying where in the document `called` so what is wrong."""
    validator = Draft202012Validator(json.loads(schema.read_text(encoding="utf-8")))
    error = best_match(validator.iter_errors(document))
    if error is not None:
        where = " → ".join(str(step) for step in error.absolute_path) or "the document itself"
        raise Unreadable(f"{called} is not as it must be, at {where}: {error.message[:300]}.")
