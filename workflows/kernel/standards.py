"""What is attested in this hospital, as data: charter parts, structures, processes, pledges, competencies and the rest.

The document is `config/standards.json` (its schema beside it); here it is only a typed shape. What an attestation starts (the
day it is renewed, who renews it) is stored with it, so another document never rewrites what was attested before.
"""

from collections.abc import Collection, Mapping
from typing import Literal

from msgspec import Struct

from workflows.kernel.moments import Day
from workflows.kernel.roles import stood_for

Scope = Literal["unit", "hospital", "person"]
Work = Literal["technical", "socio_adaptive"]
Extra = Literal["shown", "activated", "used", "met"]
"""What else is put on record of it: to whom it was shown and what they said, that it was set in motion, that it was used in
a case, that what was expected has come."""

ONESELF = "oneself"
"""Among who may attest: the person it is about, and nobody for them."""


class More(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A second question of an item, answered in words."""

    title: str
    hint: str = ""


class Marks(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A question of an item with a few answers, of which one is chosen."""

    title: str
    of: tuple[str, ...]


class Item(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One thing to attest. `by`: the roles that may (empty: whoever may attest there). `keeper`: the role that renews it where
    no owner is named, after `renew_days` (None: never). `many`: it has entries, as goals do; `of`: it belongs to an entry of
    that item. `few`: its words are for those alone who may read what is expected to be resisted."""

    group: str
    title: str
    question: str
    hint: str = ""
    scope: Scope = "unit"
    by: tuple[str, ...] = ()
    keeper: str = "team_leader"
    renew_days: int | None = None
    renewed_with: str | None = None
    """A role of the hospital: whoever comes into it attests anew."""
    needs_owner: bool = False
    many: bool = False
    few: bool = False
    of: str | None = None
    more: More | None = None
    marks: tuple[Marks, ...] = ()
    day: str | None = None
    """What the day of it is called, where it has one: "By when?"."""
    extras: tuple[Extra, ...] = ()
    shown_with: str | None = None
    """Another item of the same unit that is in place, a gap somebody sees to, or set aside, before this one is shown."""
    work: Work | None = None

    def is_for(self, roles: Collection[str]) -> bool:
        """Whether one of these roles, or whoever stands in for it, may attest it."""
        return not self.by or not frozenset(map(stood_for, roles)).isdisjoint(self.by)


class Window(Struct, frozen=True, forbid_unknown_fields=True):
    """From which day to which it is handed in, as 04-01, in the year after the one it is about."""

    opens: str
    closes: str


class Facility(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A part of the organization that is attested by itself, under a certification `number` that several may share. `without`:
    what the hospital attests and what does not hold there."""

    title: str
    number: str
    without: tuple[str, ...] = ()


class Register(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What is attested to somebody outside, or by a checklist: the items of some groups, each of the hospital.

    `points` is the rule `rolls_up` in words: a group counts once all of it is in place, or each item by itself. `beside`:
    which figures stand beside an item. `since`: the first day of this edition. `lowest`: facilities that share a number all
    count as the lowest of them."""

    title: str
    edition: str
    source: str
    period: Literal["calendar_year", "standing"]
    window: Window | None = None
    rolls_up: Literal["whole_groups", "each"]
    points: str
    facility: str
    groups: tuple[str, ...]
    beside: Mapping[str, tuple[str, ...]] = {}
    since: Day | None = None
    lowest: bool = False

    def in_force(self, day: Day) -> bool:
        """Whether this edition counts on that day."""
        return self.since is None or self.since <= day


class Standards(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`groups`: their titles, in the order people read them. `leaders`: the roles whose holders lead by position."""

    groups: Mapping[str, str] = {}
    leaders: tuple[str, ...] = ()
    items: Mapping[str, Item] = {}
    registers: Mapping[str, Register] = {}
    facilities: Mapping[str, Facility] = {}

    def of_group(self, group: str) -> tuple[str, ...]:
        """The keys of its items, in the order of the document."""
        return tuple(key for key, item in self.items.items() if item.group == group)

    def unknown(self) -> str | None:
        """The first group or item that an item, a facility or a register names and that is not here."""
        for item in self.items.values():
            if item.group not in self.groups:
                return item.group
            for other in (item.of, item.shown_with):
                if other is not None and other not in self.items:
                    return other
        for facility in self.facilities.values():
            for key in facility.without:
                if key not in self.items:
                    return key
        for register in self.registers.values():
            for group in register.groups:
                if group not in self.groups:
                    return group
            for key in register.beside:
                if key not in self.items:
                    return key
        return None
