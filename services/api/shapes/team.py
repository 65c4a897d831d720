"""The safety team of a unit, and who leads."""

from msgspec import Struct

from projections import teams
from projections.units import UnitRow
from services.api.shapes.words import Date, Instant, Text, Words, instant


class Seat(Struct, frozen=True):
    """`person` in the team since that day."""

    person: str
    since: Date


class Chair(Struct, frozen=True, kw_only=True):
    """A discipline and who has its chairs; `empty` where nobody does and nobody waived it."""

    discipline: str
    title: str
    seats: tuple[Seat, ...]
    empty: bool
    waived: bool


class Post(Struct, frozen=True, kw_only=True):
    """A leader's post; `unit` is null for one of the whole hospital. A `gap` is held by nobody and waived by nobody."""

    role: str
    unit: str | None
    persons: tuple[str, ...]
    gap: bool
    waived: bool


class Informal(Struct, frozen=True):
    """Somebody who leads without a post, and how."""

    person: str
    what: Text
    since: Instant


class Posts(Struct, frozen=True, kw_only=True):
    """How many people lead with a post and without one, and who holds which post: no word of anybody."""

    formal: int
    informal: int
    posts: tuple[Post, ...]


class Leading(Struct, frozen=True, kw_only=True):
    """How many people lead with a post and without one, and who."""

    formal: int
    informal: int
    posts: tuple[Post, ...]
    recognised: tuple[Informal, ...]


class Team(Struct, frozen=True, kw_only=True):
    """Who leads the team, who are its champions, who sits in it."""

    leaders: tuple[str, ...]
    champions: tuple[str, ...]
    chairs: tuple[Chair, ...]


def team(row: UnitRow, chairs: tuple[teams.Chair, ...], titles: dict[str, str]) -> Team:
    return Team(
        leaders=row.in_role("team_leader"),
        champions=row.in_role("unit_champion"),
        chairs=tuple(
            Chair(
                discipline=one.discipline,
                title=titles.get(one.discipline, one.discipline),
                seats=tuple(Seat(seat.person, seat.since) for seat in one.seats),
                empty=one.is_empty,
                waived=one.waived,
            )
            for one in chairs
        ),
    )


def posts(found: teams.Leading) -> Posts:
    return Posts(formal=found.formal, informal=len(found.informal), posts=tuple(map(_post, found.posts)))


def leading(found: teams.Leading, words: Words) -> Leading:
    return Leading(
        formal=found.formal,
        informal=len(found.informal),
        posts=tuple(map(_post, found.posts)),
        recognised=tuple(Informal(one.person, words(one.what), instant(one.since)) for one in found.informal),
    )


def _post(one: teams.Post) -> Post:
    return Post(role=one.role, unit=one.unit or None, persons=one.persons, gap=one.is_gap, waived=one.waived)
