"""The headings of the sheet that was imported last, kept so that an export has the same columns in the same order."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from services.tracking_sheet.row import Column

FILE = "tracking_log.columns.json"
OURS = (
    ("Date of safety rounds", "rounds"),
    ("Unit", "unit"),
    ("Identified issue", "what"),
    ("Recommended solution", "idea"),
    ("Resources needed", "resources"),
    ("Owner", "owners"),
    ("Senior executive", "executive"),
    ("Category", "category"),
    ("Priority", "priority"),
    ("Date opened", "opened"),
    ("Target date", "due"),
    ("Status", "status"),
    ("Date closed", "closed"),
    ("Feedback given", "feedback"),
    ("Notes", "notes"),
)
"""Where no sheet was imported."""
_FIELDS = frozenset(field for _, field in OURS)
NEEDED = frozenset({"unit", "what"})
"""Without which a row says nothing."""


class Heading(Struct, frozen=True):
    """What stands above a column, and the field that it was read as."""

    words: str
    field: str


def keep(directory: Path, columns: Sequence[Column]) -> None:
    """Those of columns that were imported. Whoever loses the file gets our own headings."""
    kept = [Heading(one.heading, one.field) for one in columns if one.field in _FIELDS and one.heading]
    written = directory / f".{FILE}"
    written.write_bytes(msgspec.json.encode(kept))
    written.replace(directory / FILE)


def headings(directory: Path) -> tuple[Heading, ...]:
    """Those of the last import, with what a row cannot do without; else ours."""
    ours = tuple(Heading(*one) for one in OURS)
    with suppress(FileNotFoundError, msgspec.MsgspecError):
        kept = msgspec.json.decode((directory / FILE).read_bytes(), type=tuple[Heading, ...])
        lacking = NEEDED.difference(one.field for one in kept)
        return (*(one for one in ours if one.field in lacking), *kept) if kept else ours
    return ours


def line(cells: Mapping[str, str], columns: Sequence[Heading]) -> list[str]:
    """A row in the order of the columns."""
    return [cells.get(column.field, "") for column in columns]
