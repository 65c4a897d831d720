"""A grievance and its letter."""

from collections.abc import Callable

from msgspec import Struct

from projections.grievances import GrievanceRow, GrievanceState
from projections.lives import Stint
from services.api.shapes.words import Date, Instant, Slip, Text, Words, instant, maybe, slips
from workflows.grievance.commands import Language, Way
from workflows.grievance.state import Letter as Written
from workflows.kernel.grammar import Ref
from workflows.kernel.words import Outcome


class Letter(Struct, frozen=True, kw_only=True):
    """The written notice: whom to turn to, the steps taken, the results, the day of completion. `to` is where it went."""

    contact: Text
    steps: Text
    results: Text
    outcome: Outcome
    completed: Date
    how: Way | None
    to: Text
    sent: Instant | None


class Grievance(Struct, frozen=True, kw_only=True):
    """`holder` owes the letter by `due`, moved `moves` times since `first_due`; `concern` is where it came from, `steps` what
    was done so far."""

    id: str
    unit: str | None
    state: GrievanceState
    since: Instant
    concern: str
    complaint: Text
    language: Language
    holder: str
    due: Date
    first_due: Date
    moves: int
    acknowledged: Instant | None
    steps: tuple[Text, ...]
    letter: Letter | None
    why: Text
    corrections: tuple[Slip, ...]


def grievance(stint: Stint[GrievanceRow], words: Words, locked: Callable[[Ref], str | None]) -> Grievance:
    """`locked` opens what is locked away: whom the family can turn to."""
    row, complaint = stint.row, stint.row.complaint
    return Grievance(
        id=stint.stream,
        unit=complaint.unit,
        state=row.state,
        since=instant(row.since),
        concern=complaint.about,
        complaint=words(complaint.words),
        language=complaint.language,
        holder=complaint.holder,
        due=complaint.due,
        first_due=complaint.first_due,
        moves=complaint.moves,
        acknowledged=maybe(complaint.acknowledged),
        steps=tuple(map(words, complaint.steps)),
        letter=_letter(row, complaint.letter, words, locked(complaint.letter.contact)) if complaint.letter else None,
        why=words(row.why),
        corrections=slips(complaint.corrections, words),
    )


def _letter(row: GrievanceRow, letter: Written, words: Words, contact: str | None) -> Letter:
    return Letter(
        contact=contact,
        steps=words(letter.steps),
        results=words(letter.results),
        outcome=letter.outcome,
        completed=letter.completed,
        how=row.how,
        to=words(row.to),
        sent=maybe(row.sent),
    )
