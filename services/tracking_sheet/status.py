"""What a status cell says, and the words it says beyond the status."""

from services.tracking_sheet.row import Status
from services.tracking_sheet.spelling import plain
from services.tracking_sheet.vocabulary import Meanings


def status(text: str, meanings: Meanings[Status]) -> tuple[Status, str | None]:
    """The status and, unless the whole cell is a word for it, the cell's words as a note."""
    said = plain(text)
    if not said:
        return "unknown", text or None
    if "?" not in text and (whole := meanings.words.get(said)) is not None:
        return whole, None if _says_no_more(said) else text
    return ("unknown" if "?" in text else meanings.of(said) or "unknown"), text


def _says_no_more(said: str) -> bool:
    """`closed` says no more than closed; `waiting on budget` names what is waited for."""
    return not said.startswith(("waiting on ", "pending "))
