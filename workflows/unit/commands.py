"""What can be asked of a unit."""

from typing import Annotated, Literal

from msgspec import Meta

from workflows.kernel.grammar import Command, UnitSlug
from workflows.kernel.moments import Day
from workflows.kernel.words import PersonId, Role

Name = Annotated[str, Meta(min_length=1, max_length=80)]


class Open(Command, frozen=True, kw_only=True):
    """Open a unit."""

    VERB = "unit.open"

    slug: Annotated[UnitSlug, Meta(title="What is its short name?", description="Small letters; it stays for ever.")]
    name: Annotated[Name, Meta(title="What is it called?", description="As people say it.")]

    def stream(self) -> str:
        return f"unit-{self.slug}"


class Rename(Command, frozen=True, kw_only=True):
    """Give a unit another name."""

    VERB = "unit.rename"

    name: Annotated[Name, Meta(title="What is it called now?", description="The old name stays in its history.")]


class Close(Command, frozen=True, kw_only=True):
    """Close a unit; nothing new begins in it, what is open goes on."""

    VERB = "unit.close"


class Reopen(Command, frozen=True, kw_only=True):
    """Open a closed unit again."""

    VERB = "unit.reopen"


class Appoint(Command, frozen=True, kw_only=True):
    """Give somebody a role in this unit."""

    VERB = "unit.appoint"

    person: Annotated[PersonId, Meta(title="Who?", description="Somebody of the directory.")]
    role: Annotated[Role, Meta(title="As what?", description="For example team leader.")]
    since: Annotated[Day, Meta(title="Since when?", description="The first day in the role.")]


class Dismiss(Command, frozen=True, kw_only=True):
    """End somebody's role, or their standing in for it, in this unit."""

    VERB = "unit.dismiss"

    person: Annotated[PersonId, Meta(title="Who?", description="Somebody of the directory.")]
    role: Annotated[Role, Meta(title="As what?", description="The role that ends.")]


class Deputise(Command, frozen=True, kw_only=True):
    """Name a deputy for a role of this unit, with the day it ends."""

    VERB = "unit.deputise"

    person: Annotated[PersonId, Meta(title="Who stands in?", description="They may do what the role may, until then.")]
    role: Annotated[Role, Meta(title="For which role?", description="It stays with whoever holds it.")]
    since: Annotated[Day, Meta(title="From when?", description="The first day.")]
    until: Annotated[Day, Meta(title="Until when?", description="The last day; it ends by itself.")]


class Correct(Command, frozen=True, kw_only=True):
    """Put a slip in the name right; the old one stays, marked as corrected."""

    VERB = "unit.correct"

    field: Annotated[Literal["name"], Meta(title="Which field?", description="What was misspelt.")] = "name"
    now: Annotated[Name, Meta(title="What should it be?", description="As people say it.")]
