"""A learning: from what went wrong, from a change that was tried, told from the field, or a leader's own reflection; the pace
of a unit; to whom a lesson was offered."""

from collections.abc import Iterable

from msgspec import Struct

from projections.learnings import LearningRow, LearningState
from projections.lives import Stint
from projections.paces import PaceRow, in_time
from projections.spreads import SpreadRow, SpreadState
from services.api.shapes.words import Date, Instant, Slip, Text, Words, instant, slips
from workflows.kernel.moments import Day
from workflows.kernel.words import Brought
from workflows.learning.commands import Much, Risk, Verdict
from workflows.learning.state import Step, Way


class Look(Struct, frozen=True, kw_only=True):
    """One look at whether the risk went down."""

    found: Text
    risk: Risk
    at: Instant


class Chosen(Struct, frozen=True, kw_only=True):
    """Something that is done about it: `leader` looks by `due` whether the risk went down, by `sign`."""

    number: int
    what: Text
    mitigates: Much
    feasible: Much
    leader: str
    due: Date
    first_due: Date
    sign: Text
    looks: tuple[Look, ...]


class Shared(Struct, frozen=True, kw_only=True):
    """With whom; null where everybody here may read it."""

    to: str | None
    how: Brought | None
    at: Instant


class Learning(Struct, frozen=True, kw_only=True):
    """`way` is how somebody came to it. `helped` and `hindered` are keys of the hospital's factors. Of a test `lesson` is the
    result, held against `prediction`. `in_library`: everybody here may read it."""

    id: str
    unit: str | None
    state: LearningState
    since: Instant
    way: Way
    what: Text
    lead: str | None
    due: Date | None
    about: str | None
    helped: tuple[str, ...]
    hindered: tuple[str, ...]
    how: Text
    chosen: tuple[Chosen, ...]
    nothing_because: Text
    prediction: Text
    verdict: Verdict | None
    after: str | None
    lesson: Text
    in_library: bool
    shared: tuple[Shared, ...]
    why: Text
    corrections: tuple[Slip, ...]


class Offered(Struct, frozen=True, kw_only=True):
    """It was offered to `unit`; `words` say how that unit does it, or why not. `promise` is the id of the offer."""

    promise: str
    unit: str
    state: SpreadState
    since: Instant
    words: Text


class Pace(Struct, frozen=True, kw_only=True):
    """The next lesson is owed by `due` (null: no longer). Of `owed` lessons `came` by their day."""

    due: Date | None
    came: int
    owed: int


def learning(stint: Stint[LearningRow], words: Words) -> Learning:
    row, lesson = stint.row, stint.row.lesson
    return Learning(
        id=stint.stream,
        unit=lesson.unit,
        state=row.state,
        since=instant(row.since),
        way=lesson.way,
        what=words(lesson.what),
        lead=lesson.lead,
        due=row.due,
        about=lesson.about,
        helped=lesson.helped,
        hindered=lesson.hindered,
        how=words(lesson.how),
        chosen=tuple(_chosen(one, words) for one in lesson.steps),
        nothing_because=words(lesson.nothing_because),
        prediction=words(lesson.prediction),
        verdict=lesson.verdict,
        after=lesson.after,
        lesson=words(lesson.lesson),
        in_library=lesson.is_for_all,
        shared=tuple(Shared(to=one.to, how=one.how, at=instant(one.at)) for one in lesson.shared),
        why=words(row.why),
        corrections=slips(lesson.corrections, words),
    )


def _chosen(step: Step, words: Words) -> Chosen:
    return Chosen(
        number=step.number,
        what=words(step.what),
        mitigates=step.mitigates,
        feasible=step.feasible,
        leader=step.leader,
        due=step.due,
        first_due=step.first_due,
        sign=words(step.sign),
        looks=tuple(Look(found=words(one.found), risk=one.risk, at=instant(one.at)) for one in step.looks),
    )


def offered(stints: Iterable[Stint[SpreadRow]], words: Words) -> tuple[Offered, ...]:
    return tuple(
        Offered(
            promise=one.stream,
            unit=one.row.unit,
            state=one.row.state,
            since=instant(one.row.since),
            words=words(one.row.words),
        )
        for one in stints
    )


def pace(row: PaceRow, day: Day) -> Pace:
    counted = in_time(row.pace, day)
    return Pace(due=row.pace.due if row.going else None, came=counted.came, owed=counted.owed)
