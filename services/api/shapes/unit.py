"""A unit, and who has which role in it."""

from msgspec import Struct

from projections.lives import Stint
from projections.units import UnitRow
from services.api.shapes.words import Date, Instant, Position, instant
from workflows.kernel.practices import Practice


class Post(Struct, frozen=True):
    """`person` in `role` since that day."""

    person: str
    role: str
    since: Date


class StandIn(Struct, frozen=True):
    """`person` stands in for `role` between these days, both included."""

    person: str
    role: str
    since: Date
    until: Date


class Taken(Struct, frozen=True):
    """`practice` since that day, and no longer from `until` on (null: it is in use)."""

    practice: Practice
    since: Date
    until: Date | None


class Named(Struct, frozen=True):
    """It was called so until that moment."""

    name: str
    until: Instant


class GoesOn(Struct, frozen=True):
    """As which units it goes on since that day: one where it was merged, several where it was split."""

    into: tuple[str, ...]
    since: Date


class Unit(Struct, frozen=True, kw_only=True):
    """`number` is the position of its first fact: before, nothing was known here."""

    slug: str
    name: str
    open: bool
    number: Position
    roles: tuple[Post, ...]
    deputies: tuple[StandIn, ...]
    practices: tuple[Taken, ...]
    called_before: tuple[Named, ...]
    goes_on: GoesOn | None


def unit(stint: Stint[UnitRow]) -> Unit:
    row = stint.row
    posts = tuple(Post(held.person, held.role, held.since) for held in row.roles)
    deputies = tuple(StandIn(one.person, one.role, one.since, one.until) for one in row.deputies)
    practices = tuple(Taken(one.practice, one.since, one.until) for one in row.practices)
    return Unit(
        slug=row.slug,
        name=row.name,
        open=row.is_open,
        number=row.number,
        roles=posts,
        deputies=deputies,
        practices=practices,
        called_before=tuple(Named(one.name, instant(one.until)) for one in row.called),
        goes_on=GoesOn(gone.into, gone.since) if (gone := row.succession) else None,
    )
