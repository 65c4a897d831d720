"""Reads the settings of the process, once, and opens hospitals. Nothing is wired at import.

A hospital's directory holds everything that does not regrow (ledger, vault, people, intake, attachments) and what does
(views). `hospital.json` in it says whose it is.
"""

from collections.abc import Callable
from pathlib import Path

import msgspec
from environs import Env
from msgspec import Struct

from services import clock
from services.house import House, Plate
from services.ledger import sqlite
from workflows.kernel.moments import Moment

PLATE = "hospital.json"


class Settings(Struct, frozen=True):
    """From the environment: where hospitals live, and the PostgreSQL that keeps their ledgers (None = SQLite files)."""

    home: Path
    database: str | None
    host: str
    port: int


def settings() -> Settings:
    env = Env()
    return Settings(
        home=Path(env.str("HEARD_HOME", str(Path.home() / ".heard"))),
        database=env.str("HEARD_DATABASE", None),
        host=env.str("HEARD_HOST", "127.0.0.1"),
        port=env.int("HEARD_PORT", 8000),
    )


class NoHospital(Exception):
    """There is no hospital in that directory; the message says how to make one."""


def found(directory: Path, plate: Plate) -> None:
    """Makes a hospital's directory and puts its plate up."""
    directory.mkdir(parents=True, exist_ok=True)
    (directory / PLATE).write_bytes(msgspec.json.format(msgspec.json.encode(plate)))


def plate_of(directory: Path) -> Plate:
    """NoHospital when there is none."""
    try:
        return msgspec.json.decode((directory / PLATE).read_bytes(), type=Plate)
    except (OSError, msgspec.MsgspecError) as error:
        raise NoHospital(f"There is no hospital in {directory}. Run `heard start` to make one.") from error


def open_house(directory: Path, *, writes: bool = True, now: Callable[[], Moment] = clock.now) -> House:
    """The hospital in this directory. BeingWritten when another process writes it and `writes` is asked for."""
    plate = plate_of(directory)
    ledger = sqlite.open_writer(directory, plate.slug, now()) if writes else sqlite.open_reader(directory, plate.slug)
    return House(directory, plate, ledger, now)
