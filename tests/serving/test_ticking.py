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
from functools import partial
from pathlib import Path
from threading import Barrier, Thread

import pytest

from services import bootstrap
from services.bookmark import Bookmark
from services.clerk.asking import Asked, Circumstances, Told
from services.clerk.bulk import Bulk
from services.clerk.rungs import Rungs
from services.house import House, Plate
from services.ledger.postgres import migrate
from services.policy_runner import PolicyRunner
from tests.conftest import FULL
from tests.laws.tree import TOP
from workflows.barrier.commands import Log
from workflows.barrier.events import Climbed
from workflows.issue.commands import List
from workflows.kernel.ball import FellDue
from workflows.kernel.grammar import By
from workflows.kernel.moments import MICRO
from workflows.unit.commands import Open

BEGAN = datetime(2026, 1, 5, 15, tzinfo=UTC)


def _days_on(days: int) -> int:
    return int((BEGAN + timedelta(days=days)).timestamp()) * MICRO


LATER = _days_on(60)
ISSUES = 2_500
"""More than are stored at once, so that a kill can fall between."""
LEADER = Circumstances(by=By("person", "person-lena", "team_leader"), via="page")
KILLS = 12 if FULL else 2

TICK = f"""
import sys
from pathlib import Path
from services import bootstrap
directory, database = sys.argv[1:]
with bootstrap.open_house(Path(directory), database=database or None, now=lambda: {LATER}) as house:
    print("ticks", flush=True)
    sys.stdin.readline()
    house.policies.tick()
    print("done", flush=True)
"""
"""A clock in a process of its own: says when it is there, comes by when it is told to, says when it is done."""


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hospital in which much falls due between two ticks."""
    directory = tmp_path_factory.mktemp("ticking") / "before"
    _founded(directory, ISSUES)
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


@pytest.mark.postgres
def test_two_processes_at_once_on_postgres_give_the_log_of_one(tmp_path: Path, postgres: str) -> None:
    """A directory lets one process in; a copy of it beside the same database is stopped by nothing, and does nothing twice."""
    migrate(postgres)
    _founded(tmp_path / "one", 200, postgres)
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    clocks = [_there(_clock(tmp_path / name, postgres)) for name in ("one", "two")]
    _, refused = _clock(tmp_path / "one", postgres).communicate()
    assert b"BeingWritten: Another process is writing this hospital's ledger" in refused
    for clock in clocks:
        _come_by(clock)
    assert [clock.communicate()[0] for clock in clocks] == [b"done\n", b"done\n"]

    with bootstrap.open_house(tmp_path / "one", database=postgres, now=lambda: LATER) as house:
        fell = [stream for stream, *_, event in _log(house) if isinstance(event, FellDue)]
        assert len(fell) == len(set(fell)) == 200
        assert house.policies.tick() == 0


def test_after_an_outage_nobody_on_the_ladder_is_passed_over(tmp_path: Path) -> None:
    """Sixty days of silence are no fault of whoever was not told: each rung has its own days, from the one it was told on."""
    bootstrap.found(tmp_path / "alder", Plate("alder", "Alder Creek", "America/Chicago"))
    with bootstrap.open_house(tmp_path / "alder", now=lambda: int(BEGAN.timestamp()) * MICRO) as house:
        house.clerk.give(Asked(Open(slug="4-west", name="4 West"), None, "u", LEADER))
        listed = house.clerk.give(Asked(List(unit="4-west", title="Hand gel"), None, "i", LEADER))
        assert isinstance(listed, Told)
        blocked = Log(unit="4-west", what="No budget", issues=(listed.stream,), holder="role-cfo", due="2026-01-20")
        barrier = house.clerk.give(Asked(blocked, None, "b", LEADER))
        assert isinstance(barrier, Told)
    climbed = {60: ["role-cno"], 74: ["role-cno"], 75: ["role-cno", "role-ceo"], 200: ["role-cno", "role-ceo"]}
    for day, rungs in climbed.items():
        with bootstrap.open_house(tmp_path / "alder", now=partial(_days_on, day)) as house:
            house.reader.pull()
            for _ in range(3):
                house.policies.tick()
            assert [event.to for *_, event in _log(house) if isinstance(event, Climbed)] == rungs


def test_after_an_outage_things_fall_due_in_the_order_of_their_days(tmp_path: Path) -> None:
    bootstrap.found(tmp_path / "alder", Plate("alder", "Alder Creek", "America/Chicago"))
    days = ("2026-02-10", "2026-01-20", "2026-01-30", "2026-01-09")
    with bootstrap.open_house(tmp_path / "alder", now=lambda: int(BEGAN.timestamp()) * MICRO) as house:
        house.clerk.give(Asked(Open(slug="4-west", name="4 West"), None, "u", LEADER))
        for day in days:
            house.clerk.give(Asked(List(unit="4-west", title="Hand gel", due=day), None, day, LEADER))
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
    with _there(_clock(directory)) as clock:
        _come_by(clock)
        time.sleep(after)
        os.kill(clock.pid, signal.SIGKILL)


Clock = subprocess.Popen[bytes]


def _clock(directory: Path, database: str = "") -> Clock:
    asked = [sys.executable, "-c", TICK, str(directory), database]
    return subprocess.Popen(asked, cwd=TOP, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def _there(clock: Clock) -> Clock:
    """Once it has opened its hospital."""
    assert clock.stdout
    assert clock.stdout.readline() == b"ticks\n"
    return clock


def _come_by(clock: Clock) -> None:
    assert clock.stdin
    clock.stdin.write(b"now\n")
    clock.stdin.flush()


def _founded(directory: Path, issues: int, database: str | None = None) -> None:
    """A unit with so many issues, all due on the same day."""
    bootstrap.found(directory, Plate("alder", "Alder Creek", "America/Chicago", shared=database is not None))
    with (
        bootstrap.open_house(directory, database=database, now=lambda: int(BEGAN.timestamp()) * MICRO) as house,
        Bulk(house.clerk) as bulk,
    ):
        assert isinstance(bulk.give(Asked(Open(slug="4-west", name="4 West"), None, "u", LEADER)), Told)
        for number in range(issues):
            listing = List(unit="4-west", title=f"Hand gel, room {number}", due="2026-02-01")
            assert isinstance(bulk.give(Asked(listing, None, f"i-{number}", LEADER), fresh=True), Told)


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
