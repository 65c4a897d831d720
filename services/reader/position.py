"""Which moment a page speaks of. Two questions about time, everywhere:

`as_of`: as it was *known*; a position of the log, or the last one recorded by the end of a day in the hospital's zone, or by
an instant. `on`: as it *was* that day (by its end) or at that instant, by what is known at `as_of`.
"""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from msgspec import Struct

from services import clock
from services.ledger.contract import Ledger
from workflows.kernel.moments import Moment, micros

_NUMBER = re.compile(r"#?\d{1,15}", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_EARLIEST = 1900


class NotAMoment(Exception):
    """What was given is no day, instant or position; the message says what would be."""


class Position(Struct, frozen=True):
    """`seq` None means now. `asked` is what was asked for, `until` the moment up to which things were recorded."""

    seq: int | None = None
    asked: str | None = None
    until: Moment | None = None


NOW = Position()


def as_of(asked: str | None, ledger: Ledger, zone: str) -> Position:
    """`2025-03-04`, `2025-03-04T14:05-06:00` (in the hospital's zone where it names none), `118` or `#118`; None or ""
    mean now. NotAMoment with a sentence for anything else, and for a position that is not reached yet."""
    if not asked:
        return NOW
    if _NUMBER.fullmatch(asked):
        return _numbered(asked, ledger)
    until = _moment(asked, zone)
    return Position(ledger.last_seq_by(until), asked, until)


def on(asked: str | None, zone: str) -> Moment | None:
    """The end of that day, or the instant; None or "" mean now. NotAMoment for anything else."""
    return _moment(asked, zone) if asked else None


def recorded(at: Position, ledger: Ledger) -> Moment | None:
    """Up to when things were recorded at a position; None for now, and where nothing is recorded yet."""
    if at.seq is None or at.until is not None:
        return at.until
    rows = ledger.rows(max(at.seq, 1) - 1, 1)
    return rows[0][3] if rows else None


def _numbered(asked: str, ledger: Ledger) -> Position:
    seq, (head, _) = int(asked.lstrip("#")), ledger.head()
    if seq > head:
        raise NotAMoment(f"The record has {head} facts so far; there is no position {seq} yet.")
    return Position(seq, asked)


def _moment(asked: str, zone: str) -> Moment:
    try:
        if _DAY.fullmatch(asked):
            return clock.end_of(_plausible(date.fromisoformat(asked)).isoformat(), zone)
        instant = datetime.fromisoformat(asked.replace(" ", "+"))
        _plausible(instant)
        return micros(instant if instant.tzinfo else instant.replace(tzinfo=ZoneInfo(zone)))
    except (ValueError, OverflowError):
        raise NotAMoment(
            f"“{asked[:40]}” is not a moment: write a day (2025-03-04), an instant (2025-03-04T14:05) or a position (118)."
        ) from None


def _plausible(when: date) -> date:
    if not _EARLIEST < when.year < 9999:
        raise ValueError("no hospital has a record of that year")
    return when
