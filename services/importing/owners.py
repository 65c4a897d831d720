"""Names in cells become holders: a role, somebody of the directory, or a placeholder to be matched later."""

import re
from collections.abc import Mapping

from services.people import Directory

_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def role_of(title: str) -> str:
    """The holder that an executive's title means."""
    return f"role-{_NOT_SLUG.sub('-', title.casefold()).strip('-')}"


class Owners:
    """Remembers what it has met. A dry run asks the directory and adds nothing."""

    def __init__(self, people: Directory, executives: Mapping[str, str], *, dry: bool) -> None:
        self._people = people
        self._executives = {title.casefold() for title in executives.values()}
        self._dry = dry
        self._met: dict[str, str] = {}
        self.placeholders: set[str] = set()

    def holder(self, name: str) -> str:
        """The holder's id for a name as a cell has it."""
        name = " ".join(name.split())
        if name not in self._met:
            self._met[name] = self._role(name) or self._somebody(name)
        return self._met[name]

    def means(self, name: str, holder: str) -> bool:
        """Whether a name in a cell is that of a holder, also where several are called so."""
        if holder.startswith("role-"):
            return self.holder(name) == holder
        person = self._people.person(holder)
        return person is not None and person.name.casefold() == " ".join(name.split()).casefold()

    def _role(self, name: str) -> str | None:
        if name.casefold() not in self._executives:
            return None
        return role_of(name)

    def _somebody(self, name: str) -> str:
        named = self._people.named(name)
        if len(named) == 1:
            return named[0].id
        self.placeholders.add(name)
        return "person-placeholder" if self._dry else self._people.add(name, known=False).id
