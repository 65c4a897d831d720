"""A voice: what somebody said, and what became of it."""

from msgspec import Struct

from projections.answers import Shelf, VoiceRow
from projections.lives import Stint
from services.api.shapes.words import Date, Instant, Slip, Text, Words, instant, maybe, slips
from workflows.concern import state
from workflows.concern.commands import Kind, Route, Speaker
from workflows.kernel.words import Brought, Came, Outcome, Source, Who


class Answer(Struct, frozen=True, kw_only=True):
    """One answer: given by `by`, brought to the voice by `holder` until `due`."""

    text: Text
    outcome: Outcome
    reason: Text
    reason_due: Date | None
    by: str | None
    holder: str
    at: Instant
    due: Date


class Voice(Struct, frozen=True, kw_only=True):
    """It has stood in `state` since `since`: owed, answered, delivered, or one of the five ends. `answer` is the one that
    counts now, `earlier` those that did not hold. `due` is the day of the next step. `route` is what the first
    look found it to be, `event` its number in the event system, `number` ours for it (0 while it waits to enter)."""

    id: str
    unit: str | None
    state: Shelf
    since: Instant
    kind: Kind
    what: Text
    idea: Text
    source: Source
    speaker: Speaker
    urgent: bool
    rounds: str | None
    who: Who
    for_another: bool
    language: str | None
    came: Came
    raised: Instant
    acknowledged: Instant | None
    answerer: str
    issue: str | None
    route: Route | None
    event: str | None
    number: int
    answer: Answer | None
    earlier: tuple[Answer, ...]
    disputes: tuple[Text, ...]
    due: Date | None
    how: Brought | None
    notices: int
    why: Text
    as_the_sheet_says: bool
    corrections: tuple[Slip, ...]


def voice(stint: Stint[VoiceRow], words: Words) -> Voice:
    row, said = stint.row, stint.row.voice
    return Voice(
        id=stint.stream,
        unit=said.unit,
        state=row.state,
        since=instant(row.since),
        kind=said.kind,
        what=words(said.what),
        idea=words(said.idea),
        source=said.source,
        speaker=said.speaker,
        urgent=said.urgent,
        rounds=said.rounds,
        who=said.who,
        for_another=said.for_another,
        language=said.language,
        came=said.came,
        raised=instant(said.raised),
        acknowledged=maybe(said.acknowledged),
        answerer=said.answerer,
        issue=said.issue,
        route=said.route,
        event=said.event,
        number=said.number,
        answer=None if row.answer is None else _answer(row.answer, words),
        earlier=tuple(_answer(one, words) for one in said.answers),
        disputes=tuple(words(one) for one in said.disputes),
        due=row.due,
        how=row.how,
        notices=row.notices,
        why=words(row.why),
        as_the_sheet_says=row.as_the_sheet_says,
        corrections=slips(said.corrections, words),
    )


def _answer(given: state.Answer, words: Words) -> Answer:
    return Answer(
        text=words(given.text),
        outcome=given.outcome,
        reason=words(given.reason),
        reason_due=given.reason_due,
        by=given.by,
        holder=given.holder,
        at=instant(given.at),
        due=given.due,
    )
