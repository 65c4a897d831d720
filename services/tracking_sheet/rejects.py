"""Rejects as a CSV file that can be put right in a spreadsheet and imported again."""

import csv
from collections.abc import Iterable, Iterator
from typing import IO

from services.tracking_sheet.header import OURS
from services.tracking_sheet.row import Layout, Reject

MARK = "\ufeff"
"""Opens the file, so that spreadsheet programs read it as UTF-8. The stream itself must be UTF-8 with newline=''."""

_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "'")
"""Beginnings at which a spreadsheet may run a cell, and the sign for text itself."""


def write_rejects(stream: IO[str], layout: Layout, rejects: Iterable[Reject]) -> int:
    """Writes headings and rejects, the original columns first; gives back how many. Nothing in it runs as a formula."""
    writer = csv.writer(stream)
    stream.write(MARK)
    width = len(layout.columns)
    writer.writerow(inert([*(column.heading or column.letter for column in layout.columns), *OURS]))
    count = 0
    for reject in rejects:
        writer.writerow(inert([*_fitted(reject.cells, width), str(reject.number), *_told(reject)]))
        count += 1
    return count


def inert(cells: Iterable[str]) -> list[str]:
    """Cells behind a spreadsheet's sign for text where they begin like a formula; reading takes the sign off again."""
    return [f"'{cell}" if cell.startswith(_RUNS) else cell for cell in cells]


def _fitted(cells: tuple[str, ...], width: int) -> Iterator[str]:
    """Cells beyond the headings are joined to the last column, so that no word is lost."""
    yield from cells[: width - 1]
    yield from [""] * (width - 1 - len(cells))
    if width:
        yield " ".join(filter(None, cells[width - 1 :]))


def _told(reject: Reject) -> tuple[str, str, str]:
    """Column, value and what to do; of several faults one beneath the other."""
    faults = reject.faults
    columns, values = (fault.column for fault in faults), (fault.value for fault in faults)
    return "\n".join(columns), "\n".join(values), "\n".join(fault.todo for fault in faults)
