"""What a cell of a workbook shows, as text: the same text the CSV of that sheet would hold, with days as ISO."""

import re
from datetime import date, timedelta
from functools import lru_cache

from services.tracking_sheet.spelling import cleaned
from services.tracking_sheet.workbook.outline import Outline

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TRUTH = {"1": "TRUE", "0": "FALSE"}
_SHORT_YEAR = 60
"""Day counts below this are one day off: the count from 1900 holds a 29 February that never was."""


class Cells:
    """Shows the cells of one workbook, remembering each distinct one."""

    def __init__(self, outline: Outline) -> None:
        self._strings, self._dates, self._percents = outline.strings, outline.dates, outline.percents
        self._first_day = date(1904, 1, 1) if outline.epoch_1904 else date(1899, 12, 30)
        self.shown = lru_cache(1 << 14)(self._shown)

    def _shown(self, kind: str, style: str, text: str, value: str) -> str:
        """A cell of a kind (`t`) and style (`s`) that holds a text or a value."""
        if kind == "n":
            return self._number(style, value)
        if kind == "b":
            return _TRUTH.get(value, value)
        written = self._string(value) if kind == "s" else text or value
        return cleaned(_ESCAPE.sub(lambda match: chr(int(match[1], 16)), written) if "_x" in written else written)

    def _string(self, value: str) -> str:
        at = count(value.strip())
        return self._strings[at] if 0 <= at < len(self._strings) else ""

    def _number(self, style: str, value: str) -> str:
        if count(style) in self._dates and (day := self._day(value)):
            return day
        return _share(value) if count(style) in self._percents else _as_typed(value)

    def _day(self, value: str) -> str:
        try:
            days = int(float(value))
            shift = 1 if days < _SHORT_YEAR and self._first_day.year < 1904 else 0
            return (self._first_day + timedelta(days=days + shift)).isoformat() if days > 0 else ""
        except (ValueError, OverflowError):
            return ""


def _as_typed(value: str) -> str:
    """3.0 is shown as 3, as the spreadsheet shows it."""
    try:
        number = float(value)
    except ValueError:
        return cleaned(value)
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else f"{number:.15g}"


def _share(value: str) -> str:
    """0.52 is shown as 52%, so that nobody reads half a percent."""
    try:
        return f"{100 * float(value):.12g}%"
    except ValueError:
        return cleaned(value)


def count(text: str) -> int:
    """A small whole number, -1 for anything else."""
    return int(text) if text.isdecimal() and len(text) < 10 else -1
