"""Time becomes facts exactly once: however many clocks come by at once, and wherever one of them is killed."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Barrier, Thread

import pytest

from services import bootstrap
from services.bookmark import Bookmark
from services.clerk.asking import Asked, Circumstances, Told
from services.clerk.bulk import Bulk
from services.clerk.rungs import Rungs
from services.house import House, Plate
from services.policy_runner import PolicyRunner
from tests.conftest import FULL
from tests.laws.tree import TOP
from workflows.issue.commands import List
from workflows.kernel.ball import FellDue
from workflows.kernel.grammar import By
from workflows.kernel.moments import MICRO
from workflows.unit.commands import Open

BEGAN = datetime(2026, 1, 5, 15, tzinfo=UTC)
LATER = int((BEGAN + timedelta(days=60)).timestamp()) * MICRO
ISSUES = 2_500
"""More than are stored at once, so that a kill can fall between."""
KILLS = 12 if FULL else 2

TICK = f"""
import sys
from pathlib import Path
from services import bootstrap
with bootstrap.open_house(Path(sys.argv[1]), now=lambda: {LATER}) as house:
    print("ticks", flush=True)
    house.policies.tick()
"""


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hospital in which much falls due between two ticks."""
    directory = tmp_path_factory.mktemp("ticking") / "before"
    bootstrap.found(directory, Plate("alder", "Alder Creek", "America/Chicago"))
    with (
        bootstrap.open_house(directory, now=lambda: int(BEGAN.timestamp()) * MICRO) as house,
        Bulk(house.clerk) as bulk,
    ):
        leader = Circumstances(by=By("person", "person-lena", "team_leader"), via="page")
        assert isinstance(bulk.give(Asked(Open(slug="4-west", name="4 West"), None, "u", leader)), Told)
        for number in range(ISSUES):
            listing = List(unit="4-west", title=f"Hand gel, room {number}", due="2026-02-01")
            assert isinstance(bulk.give(Asked(listing, None, f"i-{number}", leader), fresh=True), Told)
    return directory


@pytest.fixture(scope="module")
def by_one(before: Path) -> list[tuple[object, ...]]:
    """What one clock makes of it."""
    with _copied(before, "one") as house:
        assert house.policies.tick() == ISSUES
        return _log(house)


def test_two_clocks_at_once_give_the_log_of_one(before: Path, by_one: list[tuple[object, ...]]) -> None:
    with _copied(before, "two") as house:
        other = PolicyRunner(
            house.clerk, Bookmark(house.directory / "other.bookmark"), house.awake, Rungs(house.posts, house.people)
        )
        together = Barrier(2)

        def tick(runner: PolicyRunner) -> None:
            together.wait()
            runner.tick()

        clocks = [Thread(target=tick, args=(runner,)) for runner in (house.policies, other)]
        for clock in clocks:
            clock.start()
        for clock in clocks:
            clock.join()

        assert _log(house) == by_one


def test_after_an_outage_things_fall_due_in_the_order_of_their_days(tmp_path: Path) -> None:
    bootstrap.found(tmp_path / "alder", Plate("alder", "Alder Creek", "America/Chicago"))
    leader = Circumstances(by=By("person", "person-lena", "team_leader"), via="page")
    days = ("2026-02-10", "2026-01-20", "2026-01-30", "2026-01-09")
    with bootstrap.open_house(tmp_path / "alder", now=lambda: int(BEGAN.timestamp()) * MICRO) as house:
        house.clerk.give(Asked(Open(slug="4-west", name="4 West"), None, "u", leader))
        for day in days:
            house.clerk.give(Asked(List(unit="4-west", title="Hand gel", due=day), None, day, leader))
        house.reader.pull()
    with bootstrap.open_house(tmp_path / "alder", now=lambda: LATER) as house:
        house.policies.tick()
        fell = [event for *_, event in _log(house) if isinstance(event, FellDue)]
        assert [event.due for event in fell] == sorted(days)


@pytest.mark.heavy
def test_a_clock_killed_on_the_way_gives_the_log_of_one(before: Path, by_one: list[tuple[object, ...]]) -> None:
    with _copied(before, "killed") as house:
        directory, between = house.directory, _log(house)

    for number in range(KILLS):
        _killed_while_ticking(directory, after=0.05 + 0.6 * number / KILLS)

    with bootstrap.open_house(directory, now=lambda: LATER) as house:
        assert _log(house)[: len(between)] == between
        house.policies.tick()
        assert sorted(map(repr, _log(house))) == sorted(map(repr, by_one))


def _killed_while_ticking(directory: Path, after: float) -> None:
    clock = subprocess.Popen([sys.executable, "-c", TICK, str(directory)], cwd=TOP, stdout=subprocess.PIPE)
    with clock:
        assert clock.stdout
        assert clock.stdout.readline() == b"ticks\n"
        time.sleep(after)
        os.kill(clock.pid, signal.SIGKILL)


@contextmanager
def _copied(before: Path, name: str) -> Iterator[House]:
    """The hospital of `before` once more, sixty days later."""
    directory = before.with_name(name)
    shutil.copytree(before, directory)
    with bootstrap.open_house(directory, now=lambda: LATER) as house:
        yield house


def _log(house: House) -> list[tuple[object, ...]]:
    """What every fact says, whenever and at which place it was recorded."""
    facts = map(house.clerk.mapper.fact, house.ledger.rows(0, 100_000))
    return [(fact.stream, fact.head.version, fact.head.by.kind, fact.event) for fact in facts]
