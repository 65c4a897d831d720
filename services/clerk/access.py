"""Who may do and read what, where: one table (`config/roles.json`), one question, no as the default.

A role is held in a unit or in the whole hospital. Two relations count like roles where they hold: `speaker` (the concern is
one's own) and `holder` (the ball lies with one, or with a role one holds).
"""

from collections.abc import Iterable, Mapping
from fnmatch import filter as matching
from functools import cache

from msgspec import Struct

from services import documents
from workflows import lexicon
from workflows.kernel.grammar import ByKind
from workflows.kernel.roles import as_deputy

READS = (
    "read.own",  # what one said, what one owes
    "read.board",
    "read.issue",
    "read.timeline",
    "read.answers",
    "read.visits",  # when who rounds where
    "read.rounds",  # what was said there
    "read.grievances",  # complaints that are owed a letter, and the letter
    "read.notices",  # serious events, and who was told of them
    "read.resistance",  # who is expected to resist a project, and why
    "read.lessons",  # what a unit learned and shared with everybody
    "read.figures",  # how many of what in which unit, and no word of it
    "read.peers",  # how hospitals stand together, none of them named
    "read.hospital",  # what belongs to no unit
    "read.people",
    "read.trail",  # who looked at what is restricted, what left the building
    "read.subjects",  # what was erased, what is held, and no word of either
    "read.respect",  # respect incidents
    "read.privileged",  # what counsel has set apart
)
WORKS = ("work.import", "work.set_up", "work.read_held", "work.issue_keys", "work.remind", "work.export_person")
"""What is neither a command nor a read: importing a sheet, setting up, deciding on held rows, giving a machine a key, reminding
somebody of what is due, taking
out everything about a person."""


GIVEN = ("unit", "hospital")
"""Where a role is held that people are given; whoever stands in for one may what it may."""
SURVEYOR = "surveyor"
"""The role of whoever reads here from outside for some hours."""


class RoleTerms(Struct, frozen=True, forbid_unknown_fields=True):
    """One role of the table: its title, what else people call it, where it is held, and patterns of what it may do."""

    title: str
    held: str
    may: tuple[str, ...]
    called: tuple[str, ...] = ()


class Actor(Struct, frozen=True):
    """Who asks: an opaque id (None for nobody signed in) and the roles held, each in a unit or (None) the hospital. `kind`
    tells the machine's own (its operator, its clock) from people. `behind` are the streams that are not there for them."""

    id: str | None
    roles: frozenset[tuple[str, str | None]]
    kind: ByKind = "person"
    behind: frozenset[str] = frozenset()
    only: frozenset[str] | None = None
    """The actions a token is for; None for all that the roles allow."""

    def here(self, unit: str | None) -> frozenset[str]:
        """The roles that count in a unit: those held there and those held in the hospital."""
        return frozenset(role for role, where in self.roles if where is None or where == unit)


NOBODY = Actor(None, frozenset())
OPERATOR = Actor(None, frozenset({("operator", None)}), "operator")
"""Whoever may run programs on the machine, as the user who owns the hospital's directory."""


class Resource(Struct, frozen=True):
    """What is asked for: its unit (None = the hospital's) and how the actor relates to it."""

    unit: str | None = None
    relations: frozenset[str] = frozenset()


def actions() -> tuple[str, ...]:
    """Every action there is: the verbs of all commands, the reads, the works."""
    return (*lexicon.COMMAND_TYPES, *READS, *WORKS)


@cache
def spelled(*patterns: str) -> frozenset[str]:
    """The actions that patterns such as `read.*` mean."""
    every = actions()
    return frozenset(action for pattern in patterns for action in matching(every, pattern))


def load() -> dict[str, RoleTerms]:
    """As it comes with Heard."""
    return documents.read("roles", dict[str, RoleTerms])


class Access:
    """The table, spelled out once."""

    def __init__(self, roles: Mapping[str, RoleTerms]) -> None:
        self.roles = roles
        self._may = {role: frozenset(_spelled(terms.may)) for role, terms in roles.items()}
        self._may |= {as_deputy(role): self._may[role] for role, terms in roles.items() if terms.held in GIVEN}

    def is_held(self, role: str, where: str) -> bool:
        """Whether a role of the table is held there, in a `unit` or in the whole `hospital`."""
        return role in self.roles and self.roles[role].held == where

    def allows(self, role: str, action: str) -> bool:
        """Whether a role, or a relation, may do this where it counts."""
        return action in self._may.get(role, ())

    def authorize(self, actor: Actor, action: str, resource: Resource) -> bool:
        """Whether `actor` may do `action` on `resource`."""
        if actor.only is not None and action not in actor.only:
            return False
        may = self._may
        for role, where in actor.roles:
            if (where is None or where == resource.unit) and action in may.get(role, ()):
                return True
        return any(self.allows(relation, action) for relation in resource.relations)


def _spelled(patterns: Iterable[str]) -> Iterable[str]:
    for pattern in patterns:
        found = spelled(pattern)
        if not found:
            raise ValueError(f"config/roles.json allows {pattern!r}, which is nothing that can be done.")
        yield from found
