"""Names for ids."""

import secrets
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from threading import RLock

from msgspec import Struct

from services import sqlite_file
from workflows.kernel.ids import spell
from workflows.kernel.moments import Day

MIGRATIONS = files("services.people") / "migrations"
_PERSON = "SELECT id, name, mail, known, gone FROM holders"


class Person(Struct, frozen=True):
    """A person (`person-…`), or a committee or outside party (`party-…`). `known` is false for a name that only a sheet
    gave, until somebody says who it is; `gone` is the day on which they left."""

    id: str
    name: str
    mail: str | None = None
    known: bool = True
    gone: Day | None = None


class Directory:
    """One hospital's people. Thread-safe."""

    def __init__(self, path: Path) -> None:
        self.file = sqlite_file.open_file(path, MIGRATIONS)
        self.file.execute("PRAGMA secure_delete=ON")
        self.door = RLock()

    def add(self, name: str, mail: str | None = None, *, kind: str = "person", known: bool = True) -> Person:
        """A new entry with a random id; the same name and mail twice gives the first again."""
        with self.door:
            for person in self.named(name):
                if person.mail == mail and person.id.startswith(f"{kind}-"):
                    return person
            person = Person(spell(kind, secrets.randbits(128)), name.strip(), mail, known)
            self.file.execute(
                "INSERT INTO holders (id, name, mail, known) VALUES (?,?,?,?)", (person.id, person.name, mail, known)
            )
        return person

    def named(self, name: str) -> list[Person]:
        return self._people(f"{_PERSON} WHERE name = ? COLLATE NOCASE", name.strip())

    def person(self, person: str) -> Person | None:
        found = self._people(f"{_PERSON} WHERE id = ?", person)
        return found[0] if found else None

    def mail_of(self, person: str) -> str | None:
        found = self.person(person)
        return found.mail if found else None

    def everyone(self) -> list[Person]:
        return self._people(f"{_PERSON} ORDER BY name")

    def names(self, ids: Iterable[str]) -> dict[str, str]:
        """Names of those that have one; ids unknown here are left out."""
        found = (self.person(one) for one in set(ids))
        return {person.id: person.name for person in found if person}

    def rename(self, person: str, name: str, mail: str | None) -> None:
        """Put right; whoever had left is here again."""
        query = "UPDATE holders SET name = ?, mail = ?, known = 1, gone = NULL WHERE id = ?"
        with self.door:
            self.file.execute(query, (name, mail, person))

    def leave(self, person: str, day: Day) -> None:
        """The name stays; without the mail address the hospital's own sign-in does not know them again."""
        with self.door:
            self.file.execute("UPDATE holders SET mail = NULL, gone = ? WHERE id = ?", (day, person))

    def logins(self) -> dict[str, str]:
        """Logins of all who have one, by person."""
        with self.door:
            return dict(self.file.execute("SELECT person, login FROM accounts ORDER BY login DESC"))

    def remember_voice(self, concern: str, person: str) -> None:
        """Whose concern it is, so that the answer finds them. Never in a fact."""
        with self.door:
            self.file.execute("INSERT OR IGNORE INTO voices VALUES (?,?)", (concern, person))

    def voices_of(self, person: str) -> list[str]:
        with self.door:
            return [row[0] for row in self.file.execute("SELECT concern FROM voices WHERE person = ?", (person,))]

    def speaker_of(self, concern: str) -> str | None:
        with self.door:
            found = self.file.execute("SELECT person FROM voices WHERE concern = ?", (concern,)).fetchone()
        return found[0] if found else None

    def wall(self, stream: str, *persons: str) -> None:
        """Keeps somebody from a voice, or from what waits to become one, because it is about them. Never in a fact."""
        with self.door:
            self.file.executemany("INSERT OR IGNORE INTO walls VALUES (?,?)", [(stream, one) for one in persons])

    def lift_wall(self, stream: str, person: str) -> None:
        with self.door:
            self.file.execute("DELETE FROM walls WHERE stream = ? AND person = ?", (stream, person))

    def unwall(self, stream: str) -> None:
        """Of what waits no more: its walls stand where it went."""
        with self.door:
            self.file.execute("DELETE FROM walls WHERE stream = ?", (stream,))

    def walled(self, stream: str) -> frozenset[str]:
        """Who is kept from it."""
        with self.door:
            rows = self.file.execute("SELECT person FROM walls WHERE stream = ?", (stream,)).fetchall()
        return frozenset(person for (person,) in rows)

    def walled_from(self, person: str) -> frozenset[str]:
        """What somebody is kept from; what they said themselves is theirs to read."""
        query = (
            "SELECT stream FROM walls WHERE person = ? AND stream NOT IN (SELECT concern FROM voices WHERE person = ?)"
        )
        with self.door:
            rows = self.file.execute(query, (person, person)).fetchall()
        return frozenset(stream for (stream,) in rows)

    def forget_voice(self, concern: str) -> None:
        """Whose voice it was, and whom it was about, is known to nobody any more, here and in the file."""
        with self.door:
            walls = self.file.execute("DELETE FROM walls WHERE stream = ?", (concern,)).rowcount
            voices = self.file.execute("DELETE FROM voices WHERE concern = ?", (concern,)).rowcount
            if walls or voices:
                sqlite_file.scour(self.file)

    def close(self) -> None:
        self.file.close()

    def _people(self, query: str, *values: str) -> list[Person]:
        with self.door:
            rows = self.file.execute(query, values).fetchall()
        return [Person(one, name, mail, bool(known), gone) for one, name, mail, known, gone in rows]
