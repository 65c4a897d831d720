"""Whom the hospital's own sign-in means: a link from its subject to a person. A link gives nobody a right."""

from services.people.directory import Directory


class Identities:
    """Of one hospital's people. Thread-safe."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._file = directory.file
        self._door = directory.door

    def person(self, issuer: str, subject: str) -> str | None:
        with self._door:
            query = "SELECT person FROM identities WHERE issuer = ? AND subject = ?"
            found = self._file.execute(query, (issuer, subject)).fetchone()
        return str(found[0]) if found else None

    def link(self, issuer: str, subject: str, person: str) -> bool:
        """False when that subject is somebody else here: links are not taken over."""
        with self._door:
            row = (issuer, subject, person)
            self._file.execute("INSERT OR IGNORE INTO identities VALUES (?,?,?)", row)
            return self.person(issuer, subject) == person

    def by_mail(self, mail: str) -> str | None:
        """The one person who has this address here, when nobody else has it."""
        found = [one.id for one in self._directory.everyone() if one.mail and one.mail.casefold() == mail.casefold()]
        return found[0] if len(found) == 1 else None

    def linked(self, person: str) -> bool:
        with self._door:
            query = "SELECT 1 FROM identities WHERE person = ?"
            return self._file.execute(query, (person,)).fetchone() is not None

    def unlink(self, person: str) -> None:
        with self._door:
            self._file.execute("DELETE FROM identities WHERE person = ?", (person,))
