"""The clock coming by in a large hospital: how long it takes to find and to note what a day brought, of everything open."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

from services import bootstrap
from services.clerk.asking import Asked, Told
from services.clerk.bulk import Bulk, undisturbed
from services.house import House, Plate
from tests.benchmarks.life import asked
from tests.benchmarks.table import Aim, Line
from workflows.issue import commands as issue
from workflows.kernel.moments import MICRO, day_after
from workflows.unit import commands as unit

BEGAN = datetime(2026, 1, 5, 15, tzinfo=UTC)
SPREAD = 200
"""Days over which the open issues fall due, so many each day."""


class _Clock:
    def __init__(self) -> None:
        self.day = 0

    def __call__(self) -> int:
        return int((BEGAN + timedelta(days=self.day)).timestamp()) * MICRO


def ticking(home: Path, units: int = 2_000, items: int = 100_000) -> list[Line]:
    """A hospital opened anew, as after a night of maintenance: the first tick remembers nothing. Then a quiet one, and one
    after a hundred days without a clock."""
    clock = _Clock()
    directory = home / "large"
    bootstrap.found(directory, Plate("large", "Large", "America/Chicago"))
    with bootstrap.open_house(directory, now=clock) as house:
        _fill(house, units, items)
        house.reader.pull()
    with bootstrap.open_house(directory, now=clock) as house:
        clock.day = 2
        first, noted = _timed(house)
        quiet, nothing = _timed(house)
        clock.day = 100
        late, many = _timed(house)
    told = f"{units:,} units, {items:,} open issues"
    return [
        Line("a tick, the first since opening", first, "s", Aim(5, "s", at_most=True), f"{told}; {noted} fell due"),
        Line("a tick that has nothing to do", quiet, "s", Aim(5, "s", at_most=True), f"{nothing} fell due"),
        Line("a tick after a hundred days without one", late, "s", None, f"{many} fell due"),
    ]


def _timed(house: House) -> tuple[float, int]:
    began = perf_counter()
    done = house.policies.tick()
    return perf_counter() - began, done


def _fill(house: House, units: int, items: int) -> None:
    with undisturbed(), Bulk(house.clerk) as bulk:
        for number in range(units):
            _given(bulk, asked(unit.Open(slug=f"u-{number}", name=f"Unit {number}")))
        for number in range(items):
            due = day_after(BEGAN.date().isoformat(), 1 + number % SPREAD)
            _given(bulk, asked(issue.List(unit=f"u-{number % units}", title=f"Hand gel, room {number}", due=due)))


def _given(bulk: Bulk, one: Asked) -> None:
    assert isinstance(bulk.give(one, fresh=True), Told)
