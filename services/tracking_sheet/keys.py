"""What makes two rows the same: the bytes a row's key is derived from, and those of a problem wherever it appears.

Both hold clear text of the issue: HMAC them under the hospital's key before they are stored anywhere.
"""

from msgspec import json

from services.tracking_sheet.row import Row
from services.tracking_sheet.spelling import issue_text, plain


def key(row: Row) -> bytes:
    """(unit, day opened, normalised issue text, n-th occurrence) as JSON; a status that moves on does not change it."""
    return json.encode((row.unit, row.opened, issue_text(row.what), row.occurrence))


def same_problem(row: Row) -> bytes:
    """Equal for rows of any unit and day that say the same but for case, accents, punctuation and counts."""
    words = plain(row.what).split()
    return " ".join([word for word in words if not word.isdigit()] or words).encode()
