"""A respect incident, for those who deal with it; and what its reporter hears of it."""

from msgspec import Struct

from projections.lives import Stint
from projections.respect import RespectRow, RespectState
from services.api.shapes.words import Date, Instant, Slip, Text, Words, instant, maybe, slips
from workflows.respect.commands import Kind, Speaker, Tier
from workflows.respect.hearing_back import HeardBack, Stage


class Incident(Struct, frozen=True, kw_only=True):
    """It has stood in `state` since `since` and lies with the role `holder`, which owes the next step by `due`; it climbed
    over the roles `below`. The first response was promised for `first_due` and came at `responded`. `unit` is a slug."""

    id: str
    state: RespectState
    since: Instant
    kind: Kind
    what: Text
    unit: Text
    where: Text
    who: Text
    danger: bool
    speaker: Speaker
    holder: str
    below: tuple[str, ...]
    due: Date | None
    reported: Instant
    first_due: Date
    responded: Instant | None
    answer: Text
    tier: Tier | None
    grave: bool
    why: Text
    talks: tuple[Text, ...]
    recurred: tuple[Text, ...]
    note: Text
    corrections: tuple[Slip, ...]


class Report(Struct, frozen=True, kw_only=True):
    """What the caller reported: whether it waits for a first response (until `due`), was answered, addressed or taken back."""

    id: str
    stage: Stage
    what: Text
    reported: Instant
    due: Date | None
    answer: Text
    responded: Instant | None


def incident(stint: Stint[RespectRow], words: Words) -> Incident:
    row, told = stint.row, stint.row.incident
    return Incident(
        id=stint.stream,
        state=row.state,
        since=instant(row.since),
        kind=told.kind,
        what=words(told.what),
        unit=words(told.unit),
        where=words(told.where),
        who=words(told.who),
        danger=told.danger,
        speaker=told.speaker,
        holder=told.holder,
        below=told.below,
        due=row.due,
        reported=instant(told.reported),
        first_due=told.first_due,
        responded=maybe(told.responded),
        answer=words(told.answer),
        tier=told.tier,
        grave=told.grave,
        why=words(told.why),
        talks=tuple(words(one) for one in told.talks),
        recurred=tuple(words(one) for one in told.recurred),
        note=words(row.note),
        corrections=slips(told.corrections, words),
    )


def report(stream: str, what: Text, heard: HeardBack, words: Words) -> Report:
    return Report(
        id=stream,
        stage=heard.stage,
        what=what,
        reported=instant(heard.reported),
        due=heard.due,
        answer=words(heard.answer),
        responded=maybe(heard.responded),
    )
