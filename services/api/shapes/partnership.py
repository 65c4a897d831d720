"""A partnership of a unit with an executive, and how its meetings went."""

from msgspec import Struct

from projections import meetings
from projections.lives import Stint
from projections.partnerships import PartnershipRow, PartnershipState
from services.api.shapes.words import Date, Instant, Slip, Text, Words, instant, maybe, slips
from workflows.partnership.commands import Colour, NotHeld, Rank
from workflows.partnership.course import Met as Held
from workflows.partnership.events import Side
from workflows.partnership.state import How


class Meeting(Struct, frozen=True, kw_only=True):
    """A meeting that was held, and the month it counts for; `rounds` are those that counted as one."""

    day: Date
    month: str
    colour: Colour
    attendees: tuple[str, ...]
    agreed: Text
    rounds: str | None


class Unheld(Struct, frozen=True, kw_only=True):
    """A meeting that was not held, and why."""

    day: Date
    reason: NotHeld
    note: Text


class Slipped(Struct, frozen=True):
    """What slipped after they had graduated, and since when that is known."""

    since: Instant
    why: Text


class Partner(Struct, frozen=True, kw_only=True):
    """Who is the partner, or will be, and how that stands: no word of anybody."""

    id: str
    executive: str
    state: PartnershipState
    since: Instant
    rank: Rank
    waiver: str | None
    signed: Instant | None
    at_risk: Instant | None
    planned: Date | None


class Partnership(Struct, frozen=True, kw_only=True):
    """`waiver` set the rule of rank aside. `planned` is the next meeting, first set for `first_planned`. `proposed` says since
    when the team wants to graduate, `agreed` who has said yes. `how` it ended, with `to` who took over."""

    id: str
    unit: str
    executive: str
    state: PartnershipState
    since: Instant
    rank: Rank
    clinician: bool
    interest: Text
    waiver: str | None
    signed: Instant | None
    at_risk: Instant | None
    planned: Date | None
    first_planned: Date | None
    moves: int
    held: tuple[Meeting, ...]
    not_held: tuple[Unheld, ...]
    proposed: Instant | None
    agreed: tuple[Side, ...]
    why: Text
    relapses: tuple[Slipped, ...]
    how: How | None
    note: Text
    to: str | None
    corrections: tuple[Slip, ...]


class Month(Struct, frozen=True, kw_only=True):
    """How a month stands; `due`, where a meeting was owed by it. `late` is in the days of grace of the next one."""

    month: str
    standing: meetings.MonthStanding
    due: bool


class Figures(Struct, frozen=True, kw_only=True):
    """Of months that are `due` and over, those with the executive (`late` ones among them), with a deputy, with the team
    alone, missed; those `paused` count nowhere. Of meetings `held`, those the executive attended. Of `rounds` that were held,
    those without a guide. Of what its executives `promised`, as far as it came due, what was `kept` by the first day."""

    due: int
    with_executive: int
    late: int
    with_deputy: int
    team_alone: int
    missed: int
    paused: int
    held: int
    attended: int
    moved: int
    not_held: int
    rounds: int
    without_guide: int
    promised: int
    kept: int


def partner(stint: Stint[PartnershipRow]) -> Partner:
    row, bond, course = stint.row, stint.row.bond, stint.row.course
    return Partner(
        id=stint.stream,
        executive=bond.executive,
        state=row.state,
        since=instant(row.since),
        rank=bond.rank,
        waiver=bond.waiver,
        signed=maybe(bond.signed),
        at_risk=maybe(course.at_risk),
        planned=course.planned.day if course.planned else None,
    )


def partnership(stint: Stint[PartnershipRow], words: Words) -> Partnership:
    row, bond, course = stint.row, stint.row.bond, stint.row.course
    wish = row.proposal
    return Partnership(
        id=stint.stream,
        unit=bond.unit,
        executive=bond.executive,
        state=row.state,
        since=instant(row.since),
        rank=bond.rank,
        clinician=bond.clinician,
        interest=words(bond.interest),
        waiver=bond.waiver,
        signed=maybe(bond.signed),
        at_risk=maybe(course.at_risk),
        planned=course.planned.day if course.planned else None,
        first_planned=course.planned.first_day if course.planned else None,
        moves=course.moves,
        held=tuple(meeting(one, words) for one in course.met),
        not_held=tuple(Unheld(day=one.day, reason=one.reason, note=words(one.note)) for one in course.not_met),
        proposed=maybe(wish.since) if wish else None,
        agreed=wish.agreed if wish else (),
        why=words(wish.why if wish else row.why),
        relapses=tuple(Slipped(instant(one.since), words(one.why)) for one in course.relapses),
        how=row.how,
        note=words(row.note),
        to=row.to,
        corrections=slips(bond.corrections, words),
    )


def meeting(met: Held, words: Words) -> Meeting:
    return Meeting(
        day=met.day,
        month=met.month,
        colour=met.colour,
        attendees=met.attendees,
        agreed=words(met.agreed),
        rounds=met.rounds,
    )


def month(line: meetings.MonthLine) -> Month:
    return Month(month=line.month, standing=line.standing, due=line.due)


def figures(counted: meetings.Figures) -> Figures:
    return Figures(**{name: getattr(counted, name) for name in Figures.__struct_fields__})
