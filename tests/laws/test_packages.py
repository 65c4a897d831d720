"""What is in the tree is what is shipped, and every package opens by saying what lives there."""

import ast
import tomllib

from tests.laws.tree import EVERYWHERE, ROOMS, TOP, packages, parsed


def listed() -> list[str]:
    declared = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["packages"]
    return [str(name) for name in declared]


def test_every_package_is_listed_for_shipping() -> None:
    assert set(listed()) == packages(*ROOMS), "name it under packages in pyproject.toml"


def test_the_list_is_in_order() -> None:
    assert listed() == sorted(set(listed()))


def test_every_package_opens_with_a_docstring() -> None:
    opening = {name: TOP.joinpath(*name.split("."), "__init__.py") for name in packages(*EVERYWHERE)}
    assert [name for name, path in opening.items() if not path.exists() or not ast.get_docstring(parsed(path))] == []
