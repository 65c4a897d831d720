"""Which sheet of a workbook is the log, or which delimiter makes a table of a CSV; and the report of that choice."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from services.tracking_sheet.book import Book, Candidate
from services.tracking_sheet.header import SEARCHED, Header, find_header
from services.tracking_sheet.row import Ignored, Layout, Unreadable
from services.tracking_sheet.sheet_map import SheetMap
from services.tracking_sheet.spelling import plain

_NO_LOG = (
    f"No row among the first {SEARCHED} names the columns of a log: at least the issue (“Identified Issue”) and one more, "
    "such as “Unit”, are needed. Write a heading above each column."
)

_NO_LETTERS = (
    "The map says that this sheet has no headings. It must then name by its letter a column that is there for every field, "
    "the issue (“what”) among them."
)


class Choice(Struct, frozen=True):
    """The candidate that is the log, its headings, and the sheets passed over."""

    book: Book
    candidate: Candidate
    header: Header
    ignored: tuple[Ignored, ...]

    def layout(self, rows: int) -> Layout:
        """The report of how the file was understood, once its rows are counted."""
        text = self.candidate.text
        return Layout(
            kind=self.book.kind,
            sheet=self.candidate.name,
            ignored=self.ignored,
            header_row=self.header.row,
            columns=self.header.columns,
            encoding=text.encoding if text else None,
            delimiter=text.delimiter if text else None,
            rows=rows,
        )


def chosen(book: Book, synonyms: Mapping[str, str], given: SheetMap) -> Choice:
    """The candidate whose headings name the most fields, hidden sheets last; raises Unreadable where none is a log."""
    found = [(candidate, find_header(candidate.top, synonyms, given)) for candidate in _asked_for(book, given)]
    able = [(candidate, header) for candidate, header in found if header is not None]
    if not able:
        torn = next((line.broken for candidate, _ in found for line in candidate.top if line.broken), "")
        raise Unreadable(_NO_LETTERS if given.header_row == 0 else f"{_NO_LOG} {torn}".strip())
    best, header = max(able, key=lambda pair: (not pair[0].hidden, len(pair[1].at)))
    logs = {id(candidate) for candidate, _ in able}
    return Choice(book, best, header, tuple(_ignored(book, best, logs)))


def _asked_for(book: Book, given: SheetMap) -> tuple[Candidate, ...]:
    if given.sheet is None or book.kind == "csv":
        return book.candidates
    named = tuple(candidate for candidate in book.candidates if plain(candidate.name or "") == plain(given.sheet))
    if not named:
        sheets = ", ".join(f"“{candidate.name}”" for candidate in book.candidates)
        raise Unreadable(f"The map names the sheet “{given.sheet}”; this workbook has {sheets or 'none'}.")
    return named[:1]


def _ignored(book: Book, best: Candidate, logs: set[int]) -> Iterator[Ignored]:
    """Every other sheet of a workbook, with the reason; the tries of a CSV are no sheets."""
    for candidate in book.candidates:
        if candidate is best or candidate.name is None:
            continue
        if not candidate.top:
            yield Ignored(candidate.name, "It is empty.")
        elif id(candidate) in logs:
            yield Ignored(candidate.name, "It looks like a log too: save it as a file of its own and import that.")
        else:
            yield Ignored(candidate.name, "Its columns are not those of a log.")
