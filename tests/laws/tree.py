"""The source tree as the laws read it: which files there are, and each one parsed once."""

import ast
import gc
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

TOP = Path(__file__).parents[2]
CORE = ("workflows", "assessments", "projections")
ROOMS = (*CORE, "services", "config")
EVERYWHERE = (*ROOMS, "tests")


def modules(*rooms: str) -> list[Path]:
    """Every Python file of these rooms, in a steady order."""
    return sorted(path for room in rooms for path in (TOP / room).rglob("*.py"))


def packages(*rooms: str) -> set[str]:
    """Dotted names of every folder that holds Python, whether or not it remembered its `__init__.py`."""
    return {".".join(path.parent.relative_to(TOP).parts) for path in modules(*rooms)}


@cache
def parsed(path: Path) -> ast.Module:
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    gc.freeze()  # trees are kept until the end: whatever runs after the laws need not look through them for rubbish
    return tree


def place(path: Path, node: ast.stmt | ast.expr | ast.excepthandler) -> str:
    """`file:line`, as an editor opens it."""
    return f"{path.relative_to(TOP) if path.is_relative_to(TOP) else path}:{node.lineno}"


def dotted(node: ast.expr) -> str:
    """`a.b.c` for a plain chain of names, the empty string for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and (before := dotted(node.value)):
        return f"{before}.{node.attr}"
    return ""


def imported(tree: ast.Module) -> Iterator[tuple[ast.stmt, str]]:
    """Every imported name in full: `from a import b` gives `a.b`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node, f"{node.module}.{name.name}") for name in node.names)


def words(name: str) -> set[str]:
    """The words a name is made of, lower case: `TrackingLog`, `tracking_log` and `tracking-log` all give two."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+", name)}
