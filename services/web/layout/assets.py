"""Addresses of static files that change when their content does, so browsers may keep them for ever."""

import hashlib
from functools import cache
from pathlib import Path

STATIC = Path(__file__).parents[1] / "static"


@cache
def asset(name: str) -> str:
    """`/static/board.css?v=…`; raises FileNotFoundError for a file that is not there."""
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()
    return f"/static/{name}?v={digest[:12]}"
