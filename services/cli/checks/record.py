"""Ledger, views and the files that do not regrow."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec

from services import clock, sqlite_file
from services.bootstrap import KEPT, lost, plate_of
from services.cli.checks.attended import pulse
from services.cli.checks.finding import Fault, Place
from services.ledger import postgres, sqlite
from services.ledger.contract import Ledger
from services.ledger.verifying import erased, flaws
from services.reader.sqlite import FILE as VIEWS
from workflows.kernel.grammar import Header

SLACK = 60 * 1_000_000
"""µs by which clocks may differ."""
MOST_NAMED = 5
LOOKED_AT = 200
"""Facts whose keys are looked for in the vault."""


def plate(place: Place) -> str:
    found = plate_of(place.directory)
    kind = "the sample, nobody in it is real" if found.sample else "a hospital"
    return f"{found.name} ({found.slug}), {found.zone}: {kind}"


def ledger(place: Place) -> str:
    with reading(place) as found:
        seq, at = found.head()
        last = found.rows(seq - 1, 2) if seq else []
        if seq and [row[0] for row in last] != [seq]:
            raise Fault(
                f"The ledger is damaged: its last facts are not the {seq:,} that were acknowledged. Restore a backup."
            )
        if place.database is None and (why := _unsound(place.directory / sqlite.FILE)):
            raise Fault(f"The ledger is damaged ({why}). Restore a backup.")
        if why := next(flaws(found), ""):
            raise Fault(f"The ledger was changed outside Heard: {why}. Restore a backup.")
        gone = {record.seq for record in erased(found).values()}
    if at > clock.now() + SLACK:
        raise Fault("The last fact lies in the future: the machine's clock is wrong, set it right.")
    return f"{seq:,} facts" + (" in PostgreSQL" if place.database else "") + _gone(sorted(gone))


def _gone(records: list[int]) -> str:
    """Missing words for which there is a record are as they should be."""
    shown = ", ".join(f"{seq:,}" for seq in records[-MOST_NAMED:])
    return f"; words were erased with record {shown}" if records else ""


def views(place: Place) -> str:
    felt = pulse(place)
    if felt is None and place.database is not None:
        return "in PostgreSQL; they are looked at while somebody serves the hospital"
    head, at = (felt.head, felt.views) if felt else (_head(place), _bookmark(place.directory / VIEWS))
    if felt and felt.stopped:
        raise Fault(felt.stopped)
    if at > head:
        raise Fault("The views know more than the ledger: it was restored from an older copy. Run `heard rebuild`.")
    return f"at {at:,} of {head:,}" + ("" if at == head else "; the rest is read when somebody asks")


def files(place: Place) -> str:
    damaged = [f"{name} ({why})" for name in KEPT if (why := _unsound(place.directory / name))]
    if damaged:
        raise Fault(f"Damaged: {', '.join(damaged)}. Stop serving and restore from a backup.")
    return "people, intake, attachments and vault are sound"


def vault(place: Place) -> str:
    """Whether what was sealed lately, and not erased since, can still be opened."""
    with reading(place) as found:
        rows = found.rows(max(0, found.head()[0] - LOOKED_AT), LOOKED_AT)
        parts = [(row[0], part.part) for row in rows for part in msgspec.json.decode(row[6], type=Header).sealed]
        wanted = {key for _, _, key, _, _ in found.sealed(parts).values()}
    with _file(place.directory / "vault.sqlite") as file:
        there = {key for key in wanted if file.execute("SELECT 1 FROM keys WHERE id = ?", (key,)).fetchone()}
    if missing := wanted - there:
        said = f"{len(missing)} of the {len(wanted)} keys used last are not in the vault"
        raise Fault(f"{said}; restore the vault of the same day.")
    return f"readable; it has the {len(wanted)} keys that were used last"


@contextmanager
def reading(place: Place) -> Iterator[Ledger]:
    """The ledger, for reading only."""
    slug = plate_of(place.directory).slug
    opened = (
        sqlite.open_reader(place.directory, slug)
        if place.database is None
        else postgres.open_ledger(place.database, slug, clock.now())
    )
    with closing(opened):
        yield opened


def _head(place: Place) -> int:
    with reading(place) as found:
        return found.head()[0]


def _bookmark(path: Path) -> int:
    """0 where there are no views yet."""
    if not path.exists():
        return 0
    with _file(path) as file:
        return max((seq for (seq,) in file.execute("SELECT seq FROM bookmarks")), default=0)


def _unsound(path: Path) -> str:
    """Why a file cannot be trusted; "" when it can."""
    try:
        with _file(path) as file:
            (found,) = file.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        return str(error)
    return "" if found == "ok" else str(found)


@contextmanager
def _file(path: Path) -> Iterator[sqlite3.Connection]:
    if lost(path):
        raise Fault(f"{path.name} is missing; restore it from a backup.")
    with closing(sqlite_file.open_reader(path)) as file:
        yield file
