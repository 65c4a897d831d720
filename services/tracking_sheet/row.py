"""What comes out of a sheet: rows, rows held back, rejects, and how the sheet was understood."""

from typing import Literal, NamedTuple

from msgspec import Struct

Status = Literal["open", "in_progress", "waiting", "closed", "declined", "unknown"]
Told = Literal["told", "not_told", "anonymous", "none"]
Order = Literal["mdy", "dmy"]


class Line(NamedTuple):
    """A row as it stands in the file: its number there, its cells cleaned, and why it could not be split, or ''."""

    number: int
    cells: list[str]
    broken: str = ""


class Feedback(Struct, frozen=True, gc=False):
    """Whether the raiser was told, as the sheet says; `day` ISO, `how` the words beyond a plain yes or no."""

    kind: Told
    day: str | None = None
    how: str | None = None


class Fault(Struct, frozen=True, gc=False):
    """One value that cannot be read: the heading above it, the value, a stable key, and what to do about it."""

    column: str
    value: str
    why: str
    todo: str


class Row(Struct, frozen=True, kw_only=True, gc=False):
    """One issue of the log. Days are ISO; text is as written, trimmed; `number` is the row's number in the sheet.

    `occurrence` counts rows with the same unit, day and issue from 1; `repeat_of` names the first row that is alike in
    every cell. `left_out` lists values of minor columns that could not be read and were left empty.
    """

    number: int
    unit: str
    opened: str | None
    rounds: str | None
    what: str
    idea: str | None
    resources: str | None
    owners: tuple[str, ...]
    executive: str | None
    category: str | None
    priority: int | None
    due: str | None
    due_note: str | None
    status: Status
    status_note: str | None
    closed: str | None
    feedback: Feedback
    notes: str | None
    occurrence: int
    repeat_of: int | None
    left_out: tuple[Fault, ...] = ()


class Reason(Struct, frozen=True, gc=False):
    """Why a row is held: `respect`, `name` or `patient_number`, and the heading of the column that shows it."""

    why: Literal["respect", "name", "patient_number"]
    column: str


class Held(Struct, frozen=True, gc=False):
    """A row for one pair of eyes: to be sealed before it is kept, never shown on a report.

    `row` is what would be imported on release, None while `faults` stand in its way.
    """

    number: int
    reasons: tuple[Reason, ...]
    row: Row | None
    faults: tuple[Fault, ...]
    cells: tuple[str, ...]

    def __repr__(self) -> str:
        return f"Held(number={self.number}, reasons={self.reasons!r})"


class Reject(Struct, frozen=True, gc=False):
    """A row that cannot be imported as it stands; `cells` are the original columns, for the file to correct."""

    number: int
    faults: tuple[Fault, ...]
    cells: tuple[str, ...]


Outcome = Row | Held | Reject


class Column(Struct, frozen=True):
    """A column of the sheet and the field it was read as; None where no field was found."""

    letter: str
    heading: str
    field: str | None


class Ignored(Struct, frozen=True):
    """A sheet of the workbook that was not read, and why."""

    sheet: str
    why: str


class Layout(Struct, frozen=True):
    """How the file was understood: known before the first row is judged.

    `sheet` is None for CSV; `encoding` and `delimiter` are None for a workbook; `header_row` is 0 when there is none;
    `rows` counts the rows below the header that are not blank.
    """

    kind: Literal["csv", "xlsx"]
    sheet: str | None
    ignored: tuple[Ignored, ...]
    header_row: int
    columns: tuple[Column, ...]
    encoding: str | None
    delimiter: str | None
    rows: int

    @property
    def unmapped(self) -> tuple[str, ...]:
        """Headings whose column is not imported."""
        return tuple(column.heading for column in self.columns if column.field is None and column.heading)


class Unreadable(Exception):
    """The file as a whole cannot be read; its text is a sentence that says what to do."""
