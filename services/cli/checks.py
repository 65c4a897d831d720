"""What `heard doctor` looks at. Everything is opened for reading only, so that it may look while the hospital is served."""

import platform
import secrets
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from msgspec import Struct

from services import clock, hatch, sqlite_file
from services.attachments import MIGRATIONS
from services.bootstrap import plate_of
from services.errands.errand import Pulse
from services.ledger import lock
from services.ledger.contract import BeingWritten, LedgerError
from services.ledger.sqlite.store import FILE as LEDGER
from services.reader.sqlite import FILE as VIEWS

KEPT = ("people.sqlite", "intake.sqlite", "attachments.sqlite", "vault.sqlite")
LITTLE = 500 * 1024 * 1024
"""Bytes of free disk under which an operator should act."""
SLACK = 60 * 1_000_000
"""µs by which clocks may differ."""
LOOKED_AT = 200
"""Sealed words whose keys are looked for."""

Check = Callable[[Path], str]
"""What is fine, in a few words; Fault when it is not."""


class Fault(Exception):
    """What is wrong and what to do."""


class Finding(Struct, frozen=True):
    """One line of the doctor's."""

    what: str
    fine: bool
    said: str


def examine(directory: Path, checks: tuple[tuple[str, Check], ...]) -> Iterator[Finding]:
    """One finding for each check, in order."""
    for what, check in checks:
        try:
            yield Finding(what, True, check(directory))
        except Fault as fault:
            yield Finding(what, False, str(fault))
        except (LedgerError, sqlite3.Error, OSError) as error:
            yield Finding(what, False, f"{error}. Restore the file from a backup, or free what holds it.")


def plate(directory: Path) -> str:
    found = plate_of(directory)
    kind = "the sample, nobody in it is real" if found.sample else "a hospital"
    return f"{found.name} ({found.slug}), {found.zone}: {kind}"


def program(_: Path) -> str:
    return f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"


def durability(directory: Path) -> str:
    """Tried out where it matters: a file beside the ledger."""
    trial = directory / f"trial-{secrets.token_hex(4)}.sqlite"
    try:
        with closing(sqlite_file.open_file(trial, MIGRATIONS)) as file:
            if file.execute("PRAGMA journal_mode").fetchone() != ("wal",):
                raise Fault("This disk cannot keep a write-ahead log; keep the directory on a local disk.")
    except sqlite_file.WrongVersion as error:
        raise Fault(str(error)) from error
    finally:
        for left in directory.glob(f"{trial.name}*"):
            left.unlink()
    return "every commit is flushed to disk (synchronous=FULL, write-ahead log)"


def room(directory: Path) -> str:
    free = shutil.disk_usage(directory).free
    said = f"{free / 1024**3:,.1f} GB free"
    if free < LITTLE:
        raise Fault(f"Only {said}; free some space before the disk is full.")
    return said


def privacy(directory: Path) -> str:
    mode = directory.stat().st_mode & 0o077
    if mode:
        raise Fault(f"Other users of this machine can enter {directory}; run: chmod 700 {directory}")
    return "the directory is its owner's alone; the operator of this machine sees titles and words in full"


def serving(directory: Path) -> str:
    if pulse(directory) is not None:
        return "a process serves it and answers at its hatch"
    try:
        lock.hold(directory).close()
    except BeingWritten as error:
        raise Fault(
            "A process holds the ledger and does not answer at its hatch; stop it and run `heard serve`."
        ) from error
    return "nobody serves it now"


def ledger(directory: Path) -> str:
    with _reading(directory / LEDGER) as file:
        seq, at = file.execute("SELECT seq, at FROM head").fetchone()
        (last,) = file.execute("SELECT coalesce(max(seq), 0) FROM events").fetchone()
        (sound,) = file.execute("PRAGMA quick_check(1)").fetchone()
    if sound != "ok" or last != seq:
        raise Fault(
            f"The ledger is damaged ({sound}; {last:,} facts where {seq:,} were acknowledged). Restore a backup."
        )
    if at > clock.now() + SLACK:
        raise Fault("The last fact lies in the future: the machine's clock is wrong, set it right.")
    return f"{seq:,} facts"


def views(directory: Path) -> str:
    if (found := pulse(directory)) is not None:
        head, at, stopped = found
    else:
        stopped = None
        with _reading(directory / LEDGER) as file:
            (head,) = file.execute("SELECT seq FROM head").fetchone()
        if not (directory / VIEWS).exists():
            return "not made yet; they grow when somebody asks"
        with _reading(directory / VIEWS) as file:
            at = max((seq for (seq,) in file.execute("SELECT seq FROM bookmarks")), default=0)
    if stopped:
        raise Fault(stopped)
    if at > head:
        raise Fault("The views know more than the ledger: it was restored from an older copy. Run `heard rebuild`.")
    return f"at {at:,} of {head:,}" + ("" if at == head else "; the rest is read when somebody asks")


def vault(directory: Path) -> str:
    with _reading(directory / LEDGER) as file:
        query = (
            "SELECT DISTINCT key_id FROM (SELECT key_id FROM sealed WHERE cipher IS NOT NULL ORDER BY seq DESC LIMIT ?)"
        )
        wanted = [key for (key,) in file.execute(query, (LOOKED_AT,))]
    with _reading(directory / "vault.sqlite") as file:
        missing = [key for key in wanted if file.execute("SELECT 1 FROM keys WHERE id = ?", (key,)).fetchone() is None]
    if missing:
        raise Fault(
            f"{len(missing)} of the last {len(wanted)} keys are not in the vault; restore the vault of the same day."
        )
    return f"readable; the keys of the last {len(wanted)} sealed entries are there"


def files(directory: Path) -> str:
    """Those that do not regrow, besides the ledger."""
    damaged = []
    for name in KEPT:
        try:
            with _reading(directory / name) as file:
                (sound,) = file.execute("PRAGMA quick_check(1)").fetchone()
        except sqlite3.DatabaseError as error:
            sound = str(error)
        damaged += [] if sound == "ok" else [f"{name} ({sound})"]
    if damaged:
        raise Fault(f"Damaged: {', '.join(damaged)}. Stop serving and restore from a backup.")
    return "people, intake, attachments and vault are sound"


def pulse(directory: Path) -> tuple[int, int, str | None] | None:
    """What the serving process says: head, views, why the reader stopped. None where nobody serves."""
    with suppress(LedgerError):
        found = hatch.hand(directory, Pulse(), lambda _: None).found
        return found["head"], found["views"], found["stopped"]
    return None


@contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    if not path.exists():
        raise Fault(f"{path.name} is missing; restore it from a backup.")
    with closing(sqlite_file.open_reader(path)) as file:
        yield file


IN_FILES: tuple[tuple[str, Check], ...] = (
    ("program", program),
    ("plate", plate),
    ("privacy", privacy),
    ("disk", room),
    ("durability", durability),
    ("serving", serving),
    ("ledger", ledger),
    ("views", views),
    ("files", files),
    ("vault", vault),
)
