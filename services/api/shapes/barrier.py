"""A barrier: what stands in the way, and who has it."""

from msgspec import Struct

from projections.barriers import BarrierRow, BarrierState
from projections.lives import Stint
from services.api.shapes.words import Date, Instant, Slip, Text, Words, instant, slips


class Waiting(Struct, frozen=True):
    """The holder waits on `whom` until a day, and stays answerable."""

    whom: str
    until: Date
    reason: Text
    since: Instant


class Barrier(Struct, frozen=True, kw_only=True):
    """`holder` has it now, `below` had it before it climbed, `answerable` is the executive partner of its home unit (null:
    the hospital), `verifier` checks the removal. `step_due` is the day of the step it is in, apart from the promise `due`."""

    id: str
    unit: str | None
    state: BarrierState
    since: Instant
    what: Text
    issues: tuple[str, ...]
    holder: str
    answerable: str | None
    verifier: str
    below: tuple[str, ...]
    logged: Instant
    due: Date
    first_due: Date
    moves: int
    money: int | None
    waiting: Waiting | None
    step_due: Date | None
    evidence: Text
    reason: Text
    corrections: tuple[Slip, ...]


def barrier(stint: Stint[BarrierRow], words: Words) -> Barrier:
    row, obstacle = stint.row, stint.row.obstacle
    return Barrier(
        id=stint.stream,
        unit=obstacle.unit,
        state=row.state,
        since=instant(row.since),
        what=words(obstacle.what),
        issues=obstacle.issues,
        holder=obstacle.holder,
        answerable=obstacle.answerable,
        verifier=obstacle.verifier,
        below=obstacle.below,
        logged=instant(obstacle.logged),
        due=obstacle.due,
        first_due=obstacle.first_due,
        moves=obstacle.moves,
        money=obstacle.money,
        waiting=_waiting(row, words),
        step_due=row.step_due,
        evidence=words(row.evidence),
        reason=words(row.reason),
        corrections=slips(obstacle.corrections, words),
    )


def _waiting(row: BarrierRow, words: Words) -> Waiting | None:
    waiting = row.waiting
    if waiting is None:
        return None
    return Waiting(waiting.whom, waiting.until, words(waiting.reason), instant(waiting.since))
