"""Who is in the safety team of a unit, and who leads there, with a post and without? What is missing shows as missing. Reckoned
from the rows of units and waivers, of whichever day they are; nothing is stored."""

from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct

from projections.units import UnitRow
from workflows.unit.state import Recognised, Seat

CHAIR, LEADER = "chair", "leader"
"""What a waiver's rule begins with that does without one of them: `chair.pharmacist`, `leader.cmo`."""


class Chair(Struct, frozen=True, kw_only=True):
    """A discipline of the team and who has its chairs; empty, or `waived`: the unit does without, for a reason on record."""

    discipline: str
    seats: tuple[Seat, ...]
    waived: bool = False

    @property
    def is_empty(self) -> bool:
        return not self.seats and not self.waived


class Post(Struct, frozen=True, kw_only=True):
    """A leader's post and who holds it; `unit` is "" for one of the whole hospital."""

    role: str
    unit: str
    persons: tuple[str, ...]
    waived: bool = False

    @property
    def is_gap(self) -> bool:
        return not self.persons and not self.waived


class Leading(Struct, frozen=True, kw_only=True):
    """All who lead: `posts` of the hospital and of units, and those without a post. One person counts once on each side."""

    posts: tuple[Post, ...]
    informal: tuple[Recognised, ...]

    @property
    def formal(self) -> int:
        return len({person for post in self.posts for person in post.persons})


def chairs(row: UnitRow, looked_for: Sequence[str], waived: Collection[str]) -> tuple[Chair, ...]:
    """Those looked for first, in their order, then others that somebody has."""
    others = sorted({seat.discipline for seat in row.team}.difference(looked_for))
    return tuple(
        Chair(
            discipline=one,
            seats=tuple(seat for seat in row.team if seat.discipline == one),
            waived=f"{CHAIR}.{one}" in waived,
        )
        for one in (*looked_for, *others)
    )


def leading(
    units: Iterable[UnitRow], of_hospital: Sequence[str], of_unit: Sequence[str], waived: Collection[tuple[str, str]]
) -> Leading:
    """Of the hospital and these units. `waived` are pairs of unit ("" for the hospital) and rule."""
    posts: list[Post] = []
    informal: list[Recognised] = []
    for row in units:
        posts += [_post(row, role, waived) for role in (of_unit if row.slug else of_hospital)]
        informal += row.leaders
    return Leading(posts=tuple(posts), informal=tuple({one.person: one for one in informal}.values()))


def _post(row: UnitRow, role: str, waived: Collection[tuple[str, str]]) -> Post:
    rule = f"{LEADER}.{role}"
    without = (row.slug, rule) in waived or ("", rule) in waived
    return Post(role=role, unit=row.slug, persons=row.in_role(role), waived=without)
