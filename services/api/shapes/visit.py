"""Rounds: scheduled, held and summarised, or not held and why."""

from msgspec import Struct

from projections.lives import Stint
from projections.rounds import RoundsRow, RoundsState
from services.api.shapes.words import Date, Instant, Slip, Text, Words, instant, maybe, slips
from services.guidance import Guidance, readiness
from workflows.rounds import state
from workflows.rounds.commands import Colour, Exchange, Finding, Kind, Reason, Shift, Side


class Seen(Struct, frozen=True):
    """What was found of an issue."""

    issue: str
    finding: Finding


class Ready(Struct, frozen=True):
    """One thing that should be ready before rounds."""

    item: str
    ready: bool


class Spoken(Struct, frozen=True):
    """One exchange between the leader and those who work here."""

    kind: Exchange
    by: Side


class Orientation(Struct, frozen=True, kw_only=True):
    """What a visitor was told beforehand, and since when they say that they have read it."""

    visitor: str
    where: Text
    wear: Text
    privacy: Text
    acknowledged: Instant | None


class Rounds(Struct, frozen=True, kw_only=True):
    """`day` is the one in force, `first_day` the first one ever set. `ready` is what should be ready and whether it is,
    `prepared` what was ticked off; `briefed` of `to_brief` know what the rounds are for. `looked_over` was seen as a sheet;
    `agreed` are the priorities as they were agreed, the last time last."""

    id: str
    unit: str
    state: RoundsState
    since: Instant
    day: Date
    first_day: Date
    time: str | None
    kind: Kind
    shift: Shift | None
    where: Text
    partner: str | None
    guide: str | None
    orientations: tuple[Orientation, ...]
    prepared: tuple[str, ...]
    ready: tuple[Ready, ...]
    pre_briefed: bool
    briefed: int | None
    to_brief: int | None
    exchanges: tuple[Spoken, ...]
    two_way: bool
    seen: tuple[Seen, ...]
    looked_over: tuple[str, ...]
    agreed: tuple[tuple[str, ...], ...]
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


def rounds(stint: Stint[RoundsRow], words: Words, guidance: Guidance) -> Rounds:
    row, visit = stint.row, stint.row.visit
    return Rounds(
        id=stint.stream,
        unit=visit.unit,
        state=row.state,
        since=instant(row.since),
        day=visit.day,
        first_day=visit.first_day,
        time=visit.time,
        kind=visit.kind,
        shift=visit.shift,
        where=words(visit.where),
        partner=visit.partner,
        guide=visit.guide,
        orientations=tuple(_orientation(one, words) for one in visit.orientations),
        prepared=visit.prepared,
        ready=tuple(Ready(one.what.key, one.is_ready) for one in readiness(guidance, visit)),
        pre_briefed=visit.is_pre_briefed,
        briefed=visit.briefed[0] if visit.briefed else None,
        to_brief=visit.briefed[1] if visit.briefed else None,
        exchanges=tuple(Spoken(one.kind, one.by) for one in visit.exchanges),
        two_way=visit.is_two_way,
        seen=tuple(Seen(one.issue, one.finding) for one in visit.seen),
        looked_over=visit.looked_over,
        agreed=visit.agreed,
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


def _orientation(one: state.Orientation, words: Words) -> Orientation:
    return Orientation(
        visitor=one.visitor,
        where=words(one.where),
        wear=words(one.wear),
        privacy=words(one.privacy),
        acknowledged=maybe(one.acknowledged),
    )
