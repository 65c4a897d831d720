"""The letter as it is printed: what is always the same in the language of the family, around what was written for them."""

from msgspec import Struct

from projections.grievances import GrievanceRow
from services import clock
from services.web.phrases.letterhead import Letterhead, letterhead, spoken
from services.web.visit import ERASED, Visit


class Letter(Struct, frozen=True, kw_only=True):
    """`to` is the address it went to, once it is out; days as the family reads them."""

    head: Letterhead
    language: str
    hospital: str
    day: str
    to: str
    opening: str
    complaint: str
    steps: str
    results: str
    completed: str
    contact: str
    reference: str


def letter_of(visit: Visit, stream: str, row: GrievanceRow) -> Letter | None:
    """None where it is not written yet. The day on it is the day it went out, today while it has not. Whom one can turn to is
    a name, so it is locked away like every way to reach somebody, and opened for the letter alone."""
    complaint, written = row.complaint, row.complaint.letter
    if written is None:
        return None
    words = visit.open([complaint.words, written.steps, written.results, row.to])
    head, language, zone = letterhead(complaint.language), complaint.language, visit.house.plate.zone
    sent = clock.day_of(row.sent, zone) if row.sent is not None else visit.today
    return Letter(
        head=head,
        language=language,
        hospital=visit.house.plate.name,
        day=spoken(sent, language),
        to=words.of(row.to),
        opening=head.opening.format(opened=spoken(clock.day_of(complaint.opened, zone), language)),
        complaint=words.of(complaint.words),
        steps=words.of(written.steps),
        results=words.of(written.results),
        completed=head.completed.format(completed=spoken(written.completed, language)),
        contact=visit.house.door.open_locked(written.contact) or ERASED,
        reference=stream.removeprefix("grievance-")[:8],
    )
