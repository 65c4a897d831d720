"""A file on its way into the hospital: uploaded, tried, asked about, carried out. One per person at a time."""

import secrets
import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Lock, Thread
from typing import Literal

from services.house import House
from services.importing import Answers, Import, Report
from services.ledger.contract import LedgerError
from services.tracking_sheet.row import Unreadable
from services.web.owned import Owned

Stage = Literal["trying", "asked", "entering", "entered", "failed"]
WORKING = ("trying", "entering")
BROKEN = (
    "The import stopped in the middle. What has entered stays; import the same file again and only the rest is added."
)


class Passage:
    """One file. `stage` says where it is, `done` of `rows` how far; `report` is that of the last try or the entry."""

    def __init__(self, house: House, path: Path, name: str, person: str) -> None:
        self.id = secrets.token_urlsafe(12)
        self.name = name
        self.person = person
        self.stage: Stage = "trying"
        self.answers = Answers()
        self.report: Report | None = None
        self.sentence = ""
        self.done = self.rows = 0
        self._house = house
        self._path = path

    def begin(self, *, dry: bool, only: frozenset[str] | None) -> None:
        """Tries it, or lets it enter, in a thread of its own; rows of units that are not among `only` stay out."""
        self.stage, self.sentence, self.done, self.rows = ("trying" if dry else "entering"), "", 0, 0
        Thread(target=self._run, args=(dry, only), name=f"import {self.id}", daemon=True).start()

    def drop(self) -> None:
        """The file is forgotten."""
        self._path.unlink(missing_ok=True)

    def _run(self, dry: bool, only: frozenset[str] | None) -> None:
        entering = Import(self._house, self.answers, dry=dry, only=only, progress=self._progress)
        try:
            with self._path.open("rb") as file:
                self.report = entering.run(file)
            self.stage = "asked" if dry else "entered"
        except Unreadable as error:
            self.stage, self.sentence = "failed", str(error)
        except (LedgerError, sqlite3.DatabaseError, OSError) as error:
            self.stage, self.sentence = "failed", f"{BROKEN} ({error})"
        finally:
            if self.stage in WORKING:
                self.stage, self.sentence = "failed", BROKEN
            if self.stage != "asked":
                self.drop()

    def _progress(self, done: int, rows: int) -> None:
        self.done, self.rows = done, rows


class Passages:
    """The files under way in one hospital. What a stopped process left behind is removed: names stand in it in clear."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._directory = house.directory / "uploads"
        self._under_way: dict[str, Passage] = {}
        self._door = Lock()
        for left in self._directory.glob("*"):
            left.unlink(missing_ok=True)

    def receive(self, name: str, person: str, save: Callable[[Path], None], *, only: frozenset[str] | None) -> Passage:
        """Takes a file in and tries it; an earlier one of the same person is dropped."""
        self._directory.mkdir(mode=0o700, exist_ok=True)
        path = self._directory / secrets.token_hex(16)
        save(path)
        path.chmod(0o600)
        passage = Passage(self._house, path, name, person)
        with self._door:
            for other in [one for one in self._under_way.values() if one.person == person and one.stage not in WORKING]:
                other.drop()
                del self._under_way[other.id]
            self._under_way[passage.id] = passage
        passage.begin(dry=True, only=only)
        return passage

    def find(self, passage: str, person: str) -> Passage | None:
        """That file, for whoever brought it."""
        found = self._under_way.get(passage)
        return found if found and found.person == person else None


PASSAGES: Owned[Passages] = Owned("passages")


def answered(passage: Passage, dates: str, units: Mapping[str, str]) -> Answers:
    """What was answered so far, with what is answered now."""
    order = {"mdy": "mdy", "dmy": "dmy"}.get(dates)
    return Answers(dates=order or passage.answers.dates, units={**passage.answers.units, **units})  # type: ignore[arg-type] # one of the two orders
