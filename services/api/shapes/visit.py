"""Rounds: scheduled, held and summarised, or not held and why."""

from msgspec import Struct

from projections.lives import Stint
from projections.rounds import RoundsRow, RoundsState
from services.api.shapes.words import Date, Instant, Slip, Text, Words, instant, slips
from workflows.rounds.commands import Colour, Finding, Reason


class Seen(Struct, frozen=True):
    """What was found of an issue."""

    issue: str
    finding: Finding


class Rounds(Struct, frozen=True, kw_only=True):
    """`day` is the one in force, `first_day` the first one ever set; `prepared` are the items that are ready."""

    id: str
    unit: str
    state: RoundsState
    since: Instant
    day: Date
    first_day: Date
    partner: str | None
    guide: str | None
    prepared: tuple[str, ...]
    seen: tuple[Seen, ...]
    attendees: tuple[str, ...]
    colour: Colour | None
    none_raised: bool
    summary_due: Date | None
    summary: Text
    thanks: Text
    priorities: tuple[str, ...]
    reason: Reason | None
    note: Text
    corrections: tuple[Slip, ...]


def rounds(stint: Stint[RoundsRow], words: Words) -> Rounds:
    row, visit = stint.row, stint.row.visit
    return Rounds(
        id=stint.stream,
        unit=visit.unit,
        state=row.state,
        since=instant(row.since),
        day=visit.day,
        first_day=visit.first_day,
        partner=visit.partner,
        guide=visit.guide,
        prepared=visit.prepared,
        seen=tuple(Seen(one.issue, one.finding) for one in visit.seen),
        attendees=row.attendees,
        colour=row.colour,
        none_raised=row.none_raised,
        summary_due=row.summary_due,
        summary=words(row.summary),
        thanks=words(row.thanks),
        priorities=row.priorities,
        reason=row.reason,
        note=words(row.note),
        corrections=slips(visit.corrections, words),
    )
