"""Copies of a hospital's files, one directory a day, and the way back.

Copies of the ledger and of its documents may be kept for ever: without their keys erased words stay unreadable. Of the files
that hold keys, names and what waits, which is locked with a key that lives on, copies are removed after `VAULT_DAYS`: what
was erased is gone everywhere within that time. So is a passage that was taken out of words that stay, because each text has a
key of its own; those written before that was so are the exception: their key opens other words of the record too, and stays.
Only the newest copy is restored: it holds every record of erasure, and opening it destroys again whatever an older file in it
brought back.
"""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from services import clock
from services.house import House
from services.ledger.contract import LedgerError
from services.ledger.sqlite import FILE as LEDGER
from services.people.terms import FILE as SIGN_IN
from services.proof.policy import FILE as POLICY
from services.proof.signer import DIRECTORY, KEY, LAST, SIGNED
from services.proof.stamps import DIRECTORY as STAMPS
from services.reader.sqlite import FILE as VIEWS
from workflows.kernel.moments import Day, day_after

VAULT_DAYS = 30
VAULT = "vault.sqlite"
PLATE = "hospital.json"
LEFT_OUT = ("ballots.sqlite", "draws.sqlite")
"""Two copies of these would say who drew which card in between. Of one alone somebody could draw twice. So a survey that is
open begins anew in a hospital that is restored; what was counted lies among the attachments."""
FOR_EVER = (LEDGER, "attachments.sqlite")


class NothingToRestore(LedgerError):
    """There is no whole copy, or something lies where it would go; the message says what to do."""


def make(house: House, to: Path) -> tuple[Path, list[Path]]:
    """Today's copy and the older files that were removed. What was signed comes first, so that the copied ledger continues it;
    then the ledger: every key it needs is in the vault by then."""
    day = clock.day_of(house.now(), house.plate.zone)
    made = to / day
    made.mkdir(parents=True, exist_ok=True, mode=0o700)
    _copy_signer(house.directory / DIRECTORY, made / DIRECTORY)
    kept = sorted(house.directory.glob("*.sqlite"), key=lambda path: (path.name != LEDGER, path.name))
    for path in kept:
        if path.name not in (VIEWS, *LEFT_OUT):
            _copy(path, made / path.name)
    if (house.directory / STAMPS).is_dir():
        shutil.copytree(house.directory / STAMPS, made / STAMPS, dirs_exist_ok=True)
    for name in (PLATE, SIGN_IN, POLICY):
        if (house.directory / name).is_file():
            shutil.copy2(house.directory / name, made / name)
    return made, _drop(to, day)


def restore(place: Path, source: Path) -> Path:
    """The newest copy into an empty place. Whoever opens it first destroys in it what is on record as erased."""
    if place.exists() and any(place.iterdir()):
        raise NothingToRestore(f"{place} is not empty. Move what is there away first: two hospitals would be mixed.")
    found = [day for day in sorted(source.iterdir()) if (day / PLATE).exists()] if source.is_dir() else []
    if not found:
        raise NothingToRestore(f"There is no copy in {source}; `heard backup {source}` makes one.")
    newest = found[-1]
    if not (newest / VAULT).exists():
        raise NothingToRestore(f"The newest copy, {newest}, is older than {VAULT_DAYS} days and has no vault any more.")
    shutil.copytree(newest, place, dirs_exist_ok=True)
    place.chmod(0o700)
    return newest


def _drop(to: Path, today: Day) -> list[Path]:
    last = day_after(today, -VAULT_DAYS)
    old = [copy for copy in sorted(to.glob("*/*.sqlite")) if copy.parent.name < last and copy.name not in FOR_EVER]
    old += [key for key in sorted(to.glob(f"*/{DIRECTORY}/{KEY}")) if key.parent.parent.name < last]
    for copy in old:
        copy.unlink()
    return old


def _copy_signer(source: Path, target: Path) -> None:
    """Key, last head and all heads; what was signed last first, so that it is among them all."""
    for name in (LAST, KEY, SIGNED):
        if (source / name).is_file():
            target.mkdir(exist_ok=True, mode=0o700)
            shutil.copy2(source / name, target / name)


def _copy(source: Path, target: Path) -> None:
    """Whole and by itself, whatever is being written meanwhile; an earlier one of the day stays until this one is whole."""
    fresh = target.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    with closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as file, closing(sqlite3.connect(fresh)) as copy:
        fresh.chmod(0o600)
        file.backup(copy)
    fresh.replace(target)
