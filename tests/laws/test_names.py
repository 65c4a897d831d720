"""Names say what a thing is. These words say only that somebody had no name for it."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.laws.tree import EVERYWHERE, TOP, modules, packages, parsed, place, words

EMPTY_WORDS = {"manager", "helper", "helpers", "util", "utils", "processor", "data", "info", "base", "impl", "common"}
EMPTY_VERBS = {"update", "updated", "change", "changed", "set"}
SHELVES = {"utils", "util", "common", "helpers", "helper", "misc"}


def classes(tree: ast.Module) -> Iterator[ast.ClassDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))


def stored_name(event: ast.ClassDef) -> str:
    """The value of `NAME` where a class declares one."""
    for line in event.body:
        target = line.targets[0] if isinstance(line, ast.Assign) else getattr(line, "target", None)
        if (
            isinstance(target, ast.Name)
            and target.id == "NAME"
            and isinstance(value := getattr(line, "value", None), ast.Constant)
        ):
            return str(value.value)
    return ""


def empty_classes(path: Path, tree: ast.Module) -> list[str]:
    return [f"{place(path, node)} {node.name}" for node in classes(tree) if words(node.name) & EMPTY_WORDS]


def empty_events(path: Path, tree: ast.Module) -> list[str]:
    names = ((node, stored_name(node)) for node in classes(tree))
    return [f"{place(path, node)} {name}" for node, name in names if words(name.rpartition(".")[2]) & EMPTY_VERBS]


def test_no_class_has_an_empty_name() -> None:
    assert [found for path in modules(*EVERYWHERE) for found in empty_classes(path, parsed(path))] == []


def test_no_module_has_an_empty_name() -> None:
    assert [str(path.relative_to(TOP)) for path in modules(*EVERYWHERE) if words(path.stem) & EMPTY_WORDS] == []


def test_no_folder_is_a_shelf_for_leftovers() -> None:
    assert [name for name in packages(*EVERYWHERE) if set(name.split(".")) & SHELVES] == []


def test_every_event_says_what_happened() -> None:
    assert [found for path in modules("workflows", "assessments") for found in empty_events(path, parsed(path))] == []


def test_a_breach_is_seen() -> None:
    tree = ast.parse(
        "class LogManager:\n    NAME: ClassVar[str] = 'issue.updated'\nclass Database:\n    NAME = 'issue.listed'"
    )
    assert empty_classes(TOP, tree) == [".:1 LogManager"]
    assert empty_events(TOP, tree) == [".:1 issue.updated"]
