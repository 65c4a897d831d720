"""What was promised, and which rules of practice were set aside."""

from msgspec import Struct

from projections.lives import Stint
from projections.promises import PromiseRow, PromiseState
from projections.waivers import WaiverRow, WaiverState
from services.api.shapes.words import Date, Instant, Text, Words, instant
from workflows.kernel.standards import Work
from workflows.promise.commands import Kind


class Move(Struct, frozen=True, kw_only=True):
    """The day moved from `was` to `due`, and why."""

    was: Date
    due: Date
    reason: Text
    at: Instant


class Promise(Struct, frozen=True, kw_only=True):
    """`holder` promised it to `to` by `due`, moved `moves` times since `first_due`; `broken` are days that passed unkept. What
    was asked for (`money`, in cents) was `granted`, with that much, or refused with `said`, and what can be done `instead`."""

    id: str
    unit: str | None
    state: PromiseState
    since: Instant
    kind: Kind
    holder: str
    to: str
    what: Text
    due: Date
    first_due: Date
    moves: int
    moved: tuple[Move, ...]
    broken: tuple[Date, ...]
    about: str | None
    money: int | None
    work: Work | None
    granted: int | None
    said: Text
    instead: Text
    meets: Date | None


class Waiver(Struct, frozen=True, kw_only=True):
    """`rule` was set aside by `by` for `reason`, until a day or for good."""

    id: str
    unit: str | None
    state: WaiverState
    since: Instant
    rule: str
    reason: Text
    until: Date | None
    about: str | None
    by: str | None


def promise(stint: Stint[PromiseRow], words: Words) -> Promise:
    row, pledge = stint.row, stint.row.pledge
    return Promise(
        id=stint.stream,
        unit=pledge.unit,
        state=row.state,
        since=instant(row.since),
        kind=pledge.kind,
        holder=pledge.holder,
        to=pledge.to,
        what=words(pledge.what),
        due=pledge.due,
        first_due=pledge.first_due,
        moves=pledge.moves,
        moved=tuple(
            Move(was=one.was, due=one.due, reason=words(one.reason), at=instant(one.at)) for one in pledge.moved
        ),
        broken=pledge.broken,
        about=pledge.about,
        money=pledge.money,
        work=pledge.work,
        granted=pledge.said.money if pledge.said else None,
        said=words(pledge.said.words) if pledge.said else None,
        instead=words(pledge.said.instead) if pledge.said else None,
        meets=pledge.meets,
    )


def waiver(stint: Stint[WaiverRow], words: Words) -> Waiver:
    row, waived = stint.row, stint.row.waived
    return Waiver(
        id=stint.stream,
        unit=waived.unit,
        state=row.state,
        since=instant(row.since),
        rule=waived.rule,
        reason=words(waived.reason),
        until=waived.until,
        about=waived.about,
        by=waived.by,
    )
