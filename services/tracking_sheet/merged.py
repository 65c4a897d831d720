"""Cells merged down a column say the same for every row they span."""

from collections.abc import Iterable, Iterator, Sequence

from services.tracking_sheet.header import Header
from services.tracking_sheet.row import Line
from services.tracking_sheet.workbook.sheet import Merge


def filled(lines: Iterable[Line], merges: Sequence[Merge], header: Header) -> Iterator[Line]:
    """Lines with merged values written into every row. Not the issue: one issue spanning rows is not several issues."""
    spans: dict[int, list[Merge]] = {}
    for column, first, last in merges:
        if first > header.row and column in set(header.at.values()) - {header.at["what"]}:
            spans.setdefault(first, []).append((column, first, last))
    return _spread(lines, spans) if spans else iter(lines)


def _spread(lines: Iterable[Line], spans: dict[int, list[Merge]]) -> Iterator[Line]:
    open_spans: dict[int, tuple[int, str]] = {}
    for line in lines:
        cells = line.cells
        for column, (last, value) in open_spans.items():
            if line.number <= last:
                cells.extend([""] * (column + 1 - len(cells)))
                cells[column] = cells[column] or value
        for column, _, last in spans.get(line.number, ()):
            open_spans[column] = last, cells[column] if column < len(cells) else ""
        yield line
