"""A story for each duty: A1 to A48 of executives and unit teams, B1 to B19 of leaders in an organisation of high reliability.

Each is told through HTTP or the browser and marked with the row it tells and the place where people do it; the first line of
its docstring is the duty as *Help* lists it. `python -m tests.golden.duties` writes that list anew (`config/duties.json`).
"""

from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, TypeVar

from msgspec import Struct

Test = TypeVar("Test", bound=Callable[..., Any])
ROWS = (*(f"A{number}" for number in range(1, 49)), *(f"B{number}" for number in range(1, 20)))


class Duty(Struct, frozen=True):
    """`row` is one of `ROWS`; `place` is where it is done, as the pages name it, for example "Unit · Rounds"."""

    row: str
    duty: str
    place: str


def duty(row: str, place: str) -> Callable[[Test], Test]:
    """Marks the story of a row; the name of the test begins with the row, for example `test_a22_…` for A22."""

    def mark(test: Test) -> Test:
        begins = f"test_{row[0].lower()}{int(row[1:]):02}_"
        if row not in ROWS or not test.__name__.startswith(begins):
            raise ValueError(f"{test.__name__} tells {row}: its name must begin with {begins}")
        said = (test.__doc__ or "").strip().splitlines()
        if not said:
            raise ValueError(f"{test.__name__} needs a docstring: the duty, as Help shows it")
        test.tells = Duty(row, said[0].strip(), place)  # type: ignore[attr-defined]  # carried by the test itself
        return test

    return mark


def told() -> tuple[Duty, ...]:
    """What the stories of this folder tell, in the order of the rows."""
    found = {one.row: one for one in _marked()}
    return tuple(found[row] for row in ROWS if row in found)


def _marked() -> Iterator[Duty]:
    for module in iter_modules(__path__):
        if module.name.startswith("test_"):
            told_there = vars(import_module(f"{__name__}.{module.name}")).values()
            yield from (one.tells for one in told_there if isinstance(getattr(one, "tells", None), Duty))
