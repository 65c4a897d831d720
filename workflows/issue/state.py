"""Where an issue can stand: open, deferred, resolved, declined, closed, unlisted. What stays with it is its `Matter`."""

from msgspec import Struct

from workflows.issue.commands import How, Side
from workflows.kernel.ball import Fallen
from workflows.kernel.grammar import Correction, Ref
from workflows.kernel.moments import Moment
from workflows.kernel.noun import Nothing
from workflows.kernel.words import Category, Source


class Weight(Struct, frozen=True):
    """Each from 1 to 5: how bad, how likely, how easy to solve."""

    severity: int
    likelihood: int
    ease: int


class Author(Struct, frozen=True):
    """`person` put their name to the plan, on this side."""

    person: str | None
    side: Side
    at: Moment


class Matter(Struct, frozen=True, kw_only=True):
    """What stays with an issue wherever it stands. `number` is how people call it ("#118"); `voices` and `barriers` are
    the streams it waits for; `due` is the promise in force, moved `moves` times since `first_due`."""

    number: int
    unit: str
    title: Ref
    suggestion: Ref | None
    needs: Ref | None
    category: Category | None
    source: Source
    rounds: str | None
    listed: Moment
    owner: str | None
    due: str
    first_due: str
    moves: int = 0
    voices: tuple[str, ...] = ()
    barriers: tuple[str, ...] = ()
    weight: Weight | None = None
    rank: int | None = None
    plan: Ref | None = None
    authors: tuple[Author, ...] = ()
    alike: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    fallen: Fallen = ()

    @property
    def is_co_authored(self) -> bool:
        """Whether both sides have put their name to the plan."""
        return {one.side for one in self.authors} == {"executive", "unit"}


class Standing(Struct, frozen=True, kw_only=True):
    """What every state of an issue has: its matter, and the moment (happened) it came to stand so."""

    matter: Matter
    since: Moment

    @property
    def unit(self) -> str | None:
        return self.matter.unit

    @property
    def began(self) -> Moment:
        return self.matter.listed


class Open(Standing, frozen=True, kw_only=True):
    """In work, or waiting for its barriers; `since` is when the owner in charge got it."""

    why: str | None = None


class Deferred(Standing, frozen=True, kw_only=True):
    until: str
    reason: Ref


class Resolved(Standing, frozen=True, kw_only=True):
    """Without `evidence` only where a sheet says so."""

    evidence: Ref | None
    how: How


class Declined(Standing, frozen=True, kw_only=True):
    reason: Ref | None
    reason_due: str | None


class Closed(Standing, frozen=True, kw_only=True):
    declined: bool


class Unlisted(Standing, frozen=True, kw_only=True):
    """A listing that was undone; nothing happens here any more."""


Known = Open | Deferred | Resolved | Declined | Closed | Unlisted
State = Nothing | Known
