"""Who asked that everything of theirs be erased, until it is done; and how a person leaves the directory."""

import msgspec
from msgspec import Struct

from services import sqlite_file
from services.people.directory import Directory
from workflows.subject.commands import Basis


class Leaving(Struct, frozen=True):
    """`entry`: name, mail and sign-in are to go too. `asker` is None for the operator; `command` is drawn beforehand, so that
    the record is written once."""

    person: str
    basis: Basis
    approver: str
    asker: str | None
    entry: bool
    command: str


_FIELDS = Leaving.__struct_fields__


class Leavers:
    """One hospital's. Thread-safe."""

    def __init__(self, directory: Directory) -> None:
        self._file = directory.file
        self._door = directory.door

    def add(self, leaving: Leaving) -> None:
        """Asked twice, the later asking counts."""
        row = (leaving.person, leaving.basis, leaving.approver, leaving.asker, leaving.entry, leaving.command)
        with self._door:
            self._file.execute("INSERT OR REPLACE INTO leaving VALUES (?,?,?,?,?,?)", row)

    def waiting(self) -> list[Leaving]:
        with self._door:
            rows = self._file.execute(f"SELECT {', '.join(_FIELDS)} FROM leaving").fetchall()
        return [msgspec.convert(dict(zip(_FIELDS, row, strict=True)), Leaving, strict=False) for row in rows]

    def done(self, leaving: Leaving) -> None:
        """The request is gone; with `entry`, so is every row of any table that belongs to the person."""
        with self._door:
            self._file.execute("BEGIN IMMEDIATE")
            with self._file:
                self._file.execute("DELETE FROM leaving WHERE person = ?", (leaving.person,))
                if leaving.entry:
                    for table, column in self._belonging():
                        self._file.execute(f"DELETE FROM {table} WHERE {column} = ?", (leaving.person,))
                    self._file.execute("DELETE FROM holders WHERE id = ?", (leaving.person,))
            sqlite_file.scour(self._file)

    def _belonging(self) -> list[tuple[str, str]]:
        """Tables and columns that say which holder a row is of, by their declaration."""
        tables = [name for (name,) in self._file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        keys = [(table, key) for table in tables for key in self._file.execute(f"PRAGMA foreign_key_list({table})")]
        return [(table, key[3]) for table, key in keys if key[2] == "holders"]
