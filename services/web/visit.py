"""One request: whose it is, what they may, which moment they ask about. Pages ask it and are handed nothing else."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from flask import abort, g, request

from services import clock
from services.clerk import holding
from services.clerk.access import Actor
from services.clerk.opening import Opening
from services.clerk.settings import Settings
from services.desk import waiting_on
from services.house import House
from services.reader.answers import Owing
from services.reader.views import Look
from services.wording.names import Names
from workflows.kernel.grammar import Ref
from workflows.kernel.ids import is_id, is_slug, noun_of
from workflows.kernel.moments import Day
from workflows.kernel.roles import stood_for
from workflows.trail import What

if TYPE_CHECKING:
    from services.web.when import When

OPENED: Mapping[str, What] = {
    "trace": "trace",
    "registers": "register",
    "register": "register",
    "unit": "tracking_log",
    "evidence": "ledger",
}
"""Kinds of pages by the first word of their address; what is none of them is a page."""
ERASED = "(these words were erased)"


class Words:
    """Clear words by reference, for one page."""

    def __init__(self, opened: Mapping[Ref, str]) -> None:
        self._opened = opened

    def of(self, ref: Ref | None) -> str:
        """The words; "" where none were given, a note where they were erased."""
        return "" if ref is None else self._opened.get(ref, ERASED)


class Visit:
    """Somebody signed in asks for a page, or (`actor`) a machine with a key of its own. Made once per request; `here()` finds
    it."""

    def __init__(self, house: House, person: str, actor: Actor | None = None) -> None:
        self.house = house
        self.person = person
        self.actor = actor or house.rights.actor(person)
        self.now = house.now()
        self.today: Day = clock.day_of(self.now, house.plate.zone)
        self.names = Names(house)
        self.opening = Opening(house.rights, house.looks, house.waiting_room, self.actor)
        self.behind = False
        """Whether a page was made from views that have yet to take in the latest facts."""
        self.by: int | None = None
        """The last entry by which anything on the page was told; None where nothing was looked up."""
        self.waiting: tuple[int, int] | None = None
        """Answers and duties that wait for the reader, once they were counted."""

    @property
    def name(self) -> str:
        return self.names.of(self.person)

    @property
    def settings(self) -> Settings:
        """What the hospital settled for itself, as it is in force."""
        return self.house.clerk.settings

    @cached_property
    def roles(self) -> frozenset[str]:
        return frozenset(stood_for(role) for role, _ in self.actor.roles) - {"member"}

    @cached_property
    def units(self) -> tuple[str, ...]:
        """The units the person has a role in, as slugs, in the order they were opened; without those that go on as others."""
        return tuple(slug for slug in self.homes if self.names.units[slug].succession is None)

    @cached_property
    def homes(self) -> tuple[str, ...]:
        """The same with those that go on as others: what was planned in these is still to be done."""
        mine = {unit for _, unit in self.actor.roles if unit}
        return tuple(slug for slug in self.names.units if slug in mine)

    @property
    def opened(self) -> tuple[What, str | None]:
        """What kind of page this is, and the record or the unit it is about, as far as the address says."""
        _, first, *rest = f"{request.path}/".split("/")
        about = next((part for part in rest if is_id(part, noun_of(part))), None)
        if first == "unit" and rest and is_slug(rest[0]):
            about = f"unit-{rest[0]}"
        return OPENED.get(first, "opened_page"), about

    def holds(self, holder: str, unit: str | None) -> bool:
        """Whether the holder of a ball of this unit means the person."""
        return holding.holds(self.actor, holder, unit or None)

    def desk(self, look: Look) -> list[Owing]:
        """What waits on the person: a role counts where it is held."""
        return waiting_on(self.house, self.actor, look)

    def may(self, action: str, unit: str | None = None, stream: str | None = None) -> bool:
        return self.house.rights.may(self.actor, action, unit, stream)

    def may_anywhere(self, action: str) -> bool:
        """In the whole hospital, or in a unit the person has a role in."""
        return self.may(action) or any(self.may(action, slug) for slug in self.units)

    def must(self, action: str, unit: str | None = None, stream: str | None = None) -> None:
        """What is outside one's rights is not there."""
        if not self.may(action, unit, stream):
            abort(404)
        if action.startswith("read."):
            self.opening.looked(action, stream)

    def must_in(self, slug: str, action: str) -> None:
        """The same of a unit, which must be one."""
        if slug not in self.names.units:
            abort(404)
        self.must(action, slug)

    def must_read(self, stream: str) -> None:
        """By the rights of today, whichever moment is looked at: what has moved on is read where it is now."""
        self.must("read.issue", self.unit_of(stream), stream)

    def sees(self, stream: str) -> bool:
        return self.house.rights.sees(self.actor, stream)

    def entered(self, stream: str, may: Callable[[str], bool]) -> str | None:
        """Where what waited is today, for whoever `may` read it there: to anybody else it was never here. None for what is
        where it was."""
        there = self.house.waiting_room.where(stream) or stream
        if there == stream:
            return None
        return there if may(there) else abort(404)

    def unit_of(self, stream: str) -> str | None:
        """Where it is today."""
        unit: str | None = self.house.waiting_room.state_of(stream).unit
        return unit

    @contextmanager
    def look(self, looking: "When", of: str | None = None) -> Iterator[Look]:
        """The views at that moment; what somebody has just written is in them. `of`: the unit whose page it is."""
        self.behind = not self.house.reader.fresh(self.house.ledger.head()[0])
        with self.house.views.look(looking.at, looking.on, self.actor.behind, of) as look:
            self.told_by(look)
            yield look

    def told_by(self, look: Look) -> None:
        """What is looked up in it is on the page."""
        self.by = max(self.by or 0, look.at())

    def open(self, refs: Iterable[Ref | None]) -> Words:
        """The words behind references; the right to read them was asked for before, that to restricted ones is asked again."""
        return Words(self.house.door.open([ref for ref in refs if ref is not None], self.opening))


def here() -> Visit:
    """The visit of this request; a page that needs nobody signed in must not ask."""
    visit: Visit = g.visit
    return visit
