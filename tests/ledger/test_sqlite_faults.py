"""What can happen to a file: full, locked, corrupt, held by another. A sentence each time, nothing half written, and it
works again when the cause is gone."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from services import sqlite_file
from services.ledger.contract import Appended, BeingWritten, Ledger, Unavailable
from services.ledger.sqlite import SqliteLedger, open_reader, open_writer
from services.ledger.sqlite.store import FILE
from tests.ledger.making import commit, draft, one
from tests.ledger.place import Place
from tests.ledger.soundness import flaws

Relief = Callable[[], object]


@pytest.fixture
def place(sqlite_place: Place) -> Place:
    return sqlite_place


def fill(ledger: Ledger) -> None:
    """Appends until there is no room."""
    for nth in range(10_000):
        ledger.append([commit(*(draft(f"concern-{nth}-{n}", 1, words=8) for n in range(20)))])


@contextmanager
def few_pages(directory: Path) -> Iterator[Callable[[Ledger], Relief]]:
    """A file that may not grow beyond 400 pages, until it may."""

    def limit(ledger: Ledger) -> Relief:
        assert isinstance(ledger, SqliteLedger)
        assert ledger._writer is not None
        writer = ledger._writer
        writer.execute("PRAGMA max_page_count = 400")
        return lambda: writer.execute("PRAGMA max_page_count = 100000")

    yield limit


@contextmanager
def small_disk(directory: Path) -> Iterator[Callable[[Ledger], Relief]]:
    """A real disk of two megabytes, until it is made larger."""
    directory.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", directory], check=True)
    larger = ["mount", "-o", "remount,size=64m", str(directory)]
    yield lambda _: lambda: subprocess.run(larger, check=True)
    subprocess.run(["umount", "--lazy", directory], check=True)


def may_mount() -> bool:
    """Whether this machine lets us have a disk of our own; where it does not, the page limit alone stands for it."""
    with TemporaryDirectory() as directory:
        tried = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", directory]
        if os.geteuid() or subprocess.run(tried, check=False, capture_output=True).returncode:
            return False
        return subprocess.run(["umount", directory], check=False).returncode == 0


@pytest.mark.parametrize("narrow", [few_pages, *([small_disk] if may_mount() else [])])
def test_a_full_disk_is_said_and_forgotten_when_there_is_room(
    place: Place, narrow: Callable[[Path], AbstractContextManager[Callable[[Ledger], Relief]]]
) -> None:
    with narrow(Path(place.where)) as limit, closing(place.open()) as ledger:
        relieve = limit(ledger)
        with pytest.raises(Unavailable, match=r"full.* nothing was stored"):
            fill(ledger)
        filled = ledger.head()[0]
        assert filled > 0
        assert filled % 20 == 0
        assert flaws(place) == []
        relieve()
        assert isinstance(ledger.append([one("concern-last")])[0], Appended)
        assert ledger.head()[0] == filled + 1
        assert flaws(place) == []


def test_a_locked_file_is_said(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite_file, "BUSY_SECONDS", 0.1)
    with closing(place.open()) as ledger, closing(sqlite3.connect(Path(place.where) / FILE)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Unavailable, match=r"locked.* nothing was stored"):
            ledger.append([one("concern-a")])
        other.execute("ROLLBACK")
        assert isinstance(ledger.append([one("concern-a")])[0], Appended)
    assert flaws(place) == []


def test_a_file_that_is_no_database_is_said(place: Place) -> None:
    place.open().close()
    file = Path(place.where) / FILE
    file.write_bytes(b"Dear diary, " * 1_000)
    with pytest.raises(Unavailable, match="not a database"):
        place.open()
    with pytest.raises(Unavailable, match="not a database"):
        place.open_reader()


def test_a_file_with_torn_pages_is_said(place: Place) -> None:
    with closing(place.open()) as ledger:
        ledger.append([one(f"concern-{n}") for n in range(500)])
    path = Path(place.where) / FILE
    whole = path.read_bytes()
    path.write_bytes(whole[: 14 * 4096] + os.urandom(len(whole) - 14 * 4096))
    with closing(place.open()) as ledger:
        with pytest.raises(Unavailable, match="cannot be read"):
            ledger.rows(0, 1_000)
        with pytest.raises(Unavailable, match="nothing was stored"):
            ledger.append([one(f"concern-{n}") for n in range(500, 600)])


def test_a_second_writing_process_is_refused_while_it_may_read(place: Place) -> None:
    ask = (
        "import sys; from pathlib import Path; from services.ledger.sqlite import open_reader, open_writer\n"
        "print(open_reader(Path(sys.argv[1]), sys.argv[2]).head())\n"
        "open_writer(Path(sys.argv[1]), sys.argv[2])"
    )
    with closing(place.open()) as ledger:
        ledger.append([one("concern-a")])
        second = [sys.executable, "-c", ask, place.where, place.hospital]
        said = subprocess.run(second, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
        assert said.stdout.startswith("(1, ")
        assert said.returncode == 1
        assert "BeingWritten: Another process is writing" in said.stderr
        with pytest.raises(BeingWritten):
            open_writer(Path(place.where), place.hospital)
    place.open().close()


def test_a_reading_process_cannot_append(place: Place) -> None:
    place.open().close()
    with closing(place.open_reader()) as reader, pytest.raises(Unavailable, match="only reads"):
        reader.append([one("concern-a")])


def test_a_ledger_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="`heard start` makes one"):
        open_reader(tmp_path, "alder-creek")
