"""Whom ids mean: persons and parties by the directory, roles by their titles, units by what they are called, standards by
their items."""

from functools import cached_property
from typing import Any

from services.house import House
from workflows.kernel.ids import noun_of
from workflows.kernel.roles import stood_for


class Names:
    """One request's names, each looked up once."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._known: dict[str, str] = {}

    def of(self, holder: str | None) -> str:
        """A holder's name in words; "nobody" for none, "somebody no longer in the directory" for an unknown id."""
        if holder is None:
            return "nobody"
        if holder not in self._known:
            self._known[holder] = self._look_up(holder)
        return self._known[holder]

    def role(self, role: str) -> str:
        """ "executive_partner" as people say it; "Executive partner (deputy)" for who stands in."""
        plain = stood_for(role.replace("-", "_"))
        known = self._house.access.roles.get(plain)
        title = known.title if known else _said(plain)
        return title if plain == role.replace("-", "_") else f"{title} (deputy)"

    def unit(self, slug: str | None) -> str:
        if slug is None:
            return self._house.plate.name
        state = self.units.get(slug)
        return state.name if state else slug

    def item(self, key: str) -> str:
        """The title of what is attested, by its key; today's, also for what was attested before."""
        item = self._house.clerk.standards.now()[1].items.get(key)
        return item.title if item else _said(key)

    @cached_property
    def units(self) -> dict[str, Any]:
        """Every unit's state by its slug, in the order they were opened."""
        memory, ledger = self._house.clerk.memory, self._house.ledger
        states = (memory.get(stream).state for stream in ledger.streams("unit"))
        return {state.unit: state for state in states if state.unit}

    def _look_up(self, holder: str) -> str:
        kind, _, rest = holder.partition("-")
        if kind == "role":
            return self.role(rest)
        if kind == "unit":
            return self.unit(rest)
        if noun_of(holder) == "voice":
            return "the person who spoke"
        found = self._house.people.person(holder)
        return found.name if found else "somebody no longer in the directory"


_LETTERS = frozenset({"cno", "cmo", "ceo", "cfo", "coo"})


def _said(role: str) -> str:
    words = role.replace("_", " ").replace("-", " ")
    return words.upper() if words in _LETTERS else words.capitalize()
