"""Who held the ball: one stint in which it lay unchanged with one holder."""

from msgspec import Struct

from projections import accountability
from projections.lives import Stint
from services.api.shapes.words import Date, Instant, Position, Text, Words, instant, maybe
from services.reader.answers import Owing
from workflows.kernel.ball import Owes
from workflows.kernel.moments import Moment, days_between


class Holding(Struct, frozen=True, kw_only=True):
    """`holder` owes `owes` to `to`, without a break since `since`; this stint lasted from `began` to `ended` (null: it lasts),
    for `days` whole days up to the moment asked about. On the desk of `holder`, waiting on `waiting_on`. `event` brought it
    there, by the fact at `begun_by`; `why` is the reason given for it."""

    stream: str
    unit: str | None
    holder: str
    owes: Owes
    to: str | None
    since: Instant
    began: Instant
    ended: Instant | None
    days: int
    due: Date | None
    first_due: Date | None
    waiting_on: str | None
    why: str | None
    event: str
    begun_by: Position
    ended_by: Position | None


def holding(stint: Stint[accountability.Holding], until: Moment) -> Holding:
    row = stint.row
    return Holding(
        stream=stint.stream,
        unit=row.unit or None,
        holder=row.holder,
        owes=row.owes,
        to=row.to,
        since=instant(row.since),
        began=instant(stint.began),
        ended=maybe(stint.ended),
        days=days_between(stint.began, min(stint.ended or until, until)),
        due=row.due,
        first_due=row.first_due,
        waiting_on=row.waiting_on,
        why=row.why,
        event=row.event,
        begun_by=stint.begun_by,
        ended_by=stint.ended_by,
    )


class Owed(Struct, frozen=True, kw_only=True):
    """Something owed, and what it is about: `title` in words, `state` as that thing stands."""

    held: Holding
    title: Text
    state: str | None


def owed(one: Owing, words: Words, until: Moment) -> Owed:
    row = None if one.about is None else one.about.row
    title, state = getattr(row, "title", None), getattr(row, "state", None)
    return Owed(held=holding(one.held, until), title=words(title), state=state)
