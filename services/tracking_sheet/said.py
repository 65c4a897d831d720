"""What a row of a sheet says beside the issue itself, kept with it so that it can be given back in the same columns."""

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from services.tracking_sheet.row import Feedback, Row, Status

WORDS: dict[Status, str] = {
    "open": "Open",
    "in_progress": "In progress",
    "waiting": "Waiting",
    "closed": "Closed",
    "declined": "Declined",
    "unknown": "",
}
"""A status as every sheet may write it."""


class Said(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The fields of a `Row` that an issue does not keep in the same words. Words of the issue itself are none of them: what
    is taken out of those stays out. Whoever `owners` and `executive` name stands by the id of a holder."""

    opened: str | None = None
    rounds: str | None = None
    owners: tuple[str, ...] = ()
    executive: str | None = None
    category: str | None = None
    due: str | None = None
    due_note: str | None = None
    status: Status = "unknown"
    status_note: str | None = None
    closed: str | None = None
    feedback: Feedback = Feedback("none")
    notes: str | None = None

    @property
    def status_words(self) -> str:
        return self.status_note or WORDS[self.status]

    @property
    def feedback_words(self) -> str:
        return feedback_words(self.feedback)


def said(row: Row, owners: tuple[str, ...], executive: str | None) -> str:
    """As it is kept, with the names of the row as ids."""
    plain = msgspec.convert(row, Said, from_attributes=True)
    return msgspec.json.encode(replace(plain, owners=owners, executive=executive)).decode()


def read(kept: str) -> Said:
    return msgspec.json.decode(kept, type=Said)


def feedback_words(feedback: Feedback) -> str:
    """As a sheet writes it."""
    if feedback.how:
        return feedback.how
    match feedback.kind:
        case "told":
            return feedback.day or "Yes"
        case "not_told":
            return "No"
        case "anonymous":
            return "Anonymous"
        case "none":
            return ""
