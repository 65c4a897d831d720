"""What a feedback cell says: was the raiser told, when, and how."""

from services.tracking_sheet.dates import Day, day_within
from services.tracking_sheet.row import Feedback, Order, Told
from services.tracking_sheet.spelling import plain
from services.tracking_sheet.vocabulary import Dates, Meanings

_PLAINLY = {"y", "yes", "x", "n", "no", "si", "s"}


def feedback(text: str, order: Order | None, meanings: Meanings[Told], dates: Dates) -> tuple[Feedback, Day]:
    """The feedback, and the day in it as it was read; words that say neither yes nor no are kept as `how`."""
    if not text:
        return Feedback("none"), Day()
    day, rest = day_within(text, order, dates)
    said = plain(rest)
    kind = meanings.of(said) or ("told" if day.iso and not said else "none")
    told_on = day.iso if kind == "told" else None
    says_no_more = not said or said in _PLAINLY or (kind == "anonymous" and said in meanings.words)
    return Feedback(kind, told_on, None if says_no_more and day.iso == told_on else text), day
