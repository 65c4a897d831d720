"""All of it as one spreadsheet: what it is, scores, scales, how answers fall, the codebook. Numbers are numbers, text is text
and never a formula or a link; where there is no figure it says why. The same figures give the same bytes."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import IO, TYPE_CHECKING

from services.clerk.access import Actor
from services.exporting.survey import codebook, scores
from services.exporting.survey.bundle import BEGINNING, READ_ME, Taken
from services.house import House
from workflows.trail import Note

if TYPE_CHECKING:
    from xlsxwriter import Workbook

Cell = str | int | float | None
WIDEST = 60
"""Letters of a column, at most."""
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
WHY = {
    scores.TOO_FEW: "No figure: fewer than {least} answered, and what so few say is told of nobody.",
    scores.BOUND: "A bound: in a small group all, or nobody, would say of each person what they answered.",
    scores.WHOLE: "",
}


def write(stream: IO[bytes], house: House, actor: Actor, taken: Taken) -> int:
    """How many items have figures. That it was taken is on record before anything is written."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - a fifth of a second, which every `heard` at the terminal would pay

    house.looks.note(actor, Note(how="exported", what="survey", about=taken.campaign))
    with Workbook(stream, OPTIONS) as book:
        book.set_properties({"title": taken.book.title, "created": datetime(*BEGINNING)})  # noqa: DTZ001 - of no moment
        for name, head, rows in _sheets(taken):
            _sheet(book, name, head, rows)
    return taken.told


def _sheets(taken: Taken) -> Iterable[tuple[str, Sequence[str], Iterable[Sequence[Cell]]]]:
    book, found = taken.book, taken.found
    shown_from = {one.variable: one.shown_from for one in book.variables}
    words = READ_ME.format(**taken.words).splitlines()
    yield "Read me", ("About this workbook",), ((line,) for line in words)
    yield "Scores", (*scores.HEAD, "why"), (_score(one, shown_from[one.variable]) for one in taken.figures)
    yield "Scales", scores.SCALES, scores.scales(found.scales, found.instrument)
    yield "Answers", scores.ANSWERS, map(_numbered, scores.answers(found.items, book.variables))
    yield "Codebook", codebook.HEAD, codebook.rows(book.variables)


def _score(one: scores.Score, least: int) -> tuple[Cell, ...]:
    why = WHY[one.told].format(least=least)
    return one.variable, one.n, one.percent_positive, one.low, one.high, one.bound, one.told, why


def _numbered(row: Sequence[str]) -> tuple[Cell, ...]:
    """How often a value was chosen, with its numbers as numbers."""
    variable, value, label, positive, count = row
    return variable, int(value), label, int(positive), int(count)


def _sheet(book: "Workbook", name: str, head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    sheet = book.add_worksheet(name)
    widths = [len(one) for one in head]
    for column, title in enumerate(head):
        sheet.write_string(0, column, title, book.add_format({"bold": True}))
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, str) and cell:
                sheet.write_string(number, column, cell)
            elif isinstance(cell, int | float):
                sheet.write_number(number, column, cell)
            widths[column] = max(widths[column], min(WIDEST, len(str(cell or ""))))
    sheet.freeze_panes(1, 0)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width + 2)
