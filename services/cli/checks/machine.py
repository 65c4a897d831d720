"""The program, the disk, the directory."""

import platform
import secrets
import shutil
import sqlite3
from contextlib import closing

from services import sqlite_file
from services.attachments import MIGRATIONS
from services.cli.checks.finding import Fault, Place
from services.people.breached import FILE
from services.people.terms import settled

LITTLE = 500 * 1024 * 1024
"""Bytes of free disk under which an operator should act."""


def program(_: Place) -> str:
    return f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"


def privacy(place: Place) -> str:
    if place.directory.stat().st_mode & 0o077:
        raise Fault(f"Other users of this machine can enter {place.directory}; run: chmod 700 {place.directory}")
    return "the directory is its owner's alone; the operator of this machine sees titles and words in full"


def passwords(place: Place) -> str:
    listed = (place.directory / FILE).is_file()
    known = f"and held against {FILE}" if listed else f"; a list of stolen ones, {FILE}, is not here"
    return f"passwords are hashed with {settled(place.directory).hashing} {known}".replace(" ;", ";")


def room(place: Place) -> str:
    free = shutil.disk_usage(place.directory).free
    said = f"{free / 1024**3:,.1f} GB free"
    if free < LITTLE:
        raise Fault(f"Only {said}; free some space before the disk is full.")
    return said


def durability(place: Place) -> str:
    """Tried out where it matters: in a file beside the others."""
    trial = place.directory / f"trial-{secrets.token_hex(4)}.sqlite"
    try:
        with closing(sqlite_file.open_file(trial, MIGRATIONS)) as file:
            if file.execute("PRAGMA journal_mode").fetchone() != ("wal",):
                raise Fault("This disk cannot keep a write-ahead log; keep the directory on a local disk.")
    except sqlite_file.WrongVersion as error:
        raise Fault(str(error)) from error
    finally:
        for left in place.directory.glob(f"{trial.name}*"):
            left.unlink()
    return "every commit is flushed to disk (synchronous=FULL, write-ahead log)"
