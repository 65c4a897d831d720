"""Any file a log may come in, told by its bytes and opened as sheets of lines. What Heard does not read, it names."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import IO, Literal

from msgspec import Struct

from services.tracking_sheet.caps import Caps
from services.tracking_sheet.delimited import DELIMITERS, Text, encoding_of, lines
from services.tracking_sheet.header import SEARCHED
from services.tracking_sheet.row import Line, Unreadable
from services.tracking_sheet.workbook.child import heads, whole
from services.tracking_sheet.workbook.sheet import Merge

Source = str | os.PathLike[str] | IO[bytes]
Batch = tuple[Sequence[Line], Sequence[Merge]]

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_BATCH = 500


class Candidate(Struct, frozen=True):
    """A sheet that may be the log: its first lines, and how to read all of it, in batches with merged ranges.

    `name` and `hidden` are those of a workbook's sheet; `text` is how a CSV was read for this try.
    """

    top: list[Line]
    batches: Callable[[], Iterator[Batch]]
    name: str | None = None
    hidden: bool = False
    text: Text | None = None


class Book(Struct, frozen=True):
    """An opened file: a workbook with its sheets, or a CSV once for every delimiter it may have."""

    kind: Literal["csv", "xlsx"]
    candidates: tuple[Candidate, ...]


@contextmanager
def opened(source: Source, caps: Caps) -> Iterator[Book]:
    """The book in a file or a binary stream; raises Unreadable, with what to do instead."""
    with _seekable(source) as file:
        size = file.seek(0, os.SEEK_END)
        if size == 0:
            raise Unreadable("This file is empty. Choose the tracking log itself, as CSV or XLSX.")
        if size > caps.file:
            raise Unreadable(f"This file is larger than {caps.file >> 20} MB. Split it and import the parts.")
        yield _book(file, caps)


@contextmanager
def _seekable(source: Source) -> Iterator[IO[bytes]]:
    """The source as a real file: a process of its own may have to read it."""
    if isinstance(source, str | os.PathLike):
        try:
            file: IO[bytes] = Path(source).open("rb")  # noqa: SIM115 - closed by the with below
        except OSError as error:
            raise Unreadable(f"{source} cannot be opened: {error.strerror or error}.") from error
    else:
        file = TemporaryFile()  # noqa: SIM115 - closed by the with below
        copyfileobj(source, file)
    with file:
        yield file


def _book(file: IO[bytes], caps: Caps) -> Book:
    file.seek(0)
    start = file.read(4096)
    if start.startswith(_ZIP):
        return Book("xlsx", tuple(_sheets(file, caps)))
    if refusal := _foreign(file, start):
        raise Unreadable(refusal)
    return Book("csv", tuple(_tries(file, encoding_of(file), caps)))


def _foreign(file: IO[bytes], start: bytes) -> str:
    """A sentence for a kind of file that is known and not read, '' for what may be a CSV."""
    if start.startswith(_OLD_OFFICE):
        file.seek(0)
        locked = any(_LOCKED in chunk for chunk in iter(partial(file.read, 1 << 20), b""))
        if locked:
            return "This workbook is protected by a password. Save a copy without one and import that."
        return "This is an old Excel workbook (XLS), whatever its name says. Save it as XLSX or CSV and import that."
    if start.startswith(b"%PDF"):
        return "This is a PDF. Export the log itself as XLSX or CSV and import that."
    if start.lstrip()[:200].lower().startswith((b"<html", b"<!doctype", b"<table", b"<?xml")):
        return "This is a web page or XML, whatever its name says. Open it in a spreadsheet program, save it as XLSX."
    if b"\0" in start and not start.startswith((b"\xff\xfe", b"\xfe\xff")) and start.count(b"\0") > len(start) // 20:
        return "This is not a table of text. Save the log as XLSX or CSV and import that."
    return ""


def _sheets(file: IO[bytes], caps: Caps) -> Iterator[Candidate]:
    for index, frame in enumerate(heads(file, SEARCHED, caps)):
        yield Candidate(frame.lines, partial(_sheet_batches, file, index, caps), frame.sheet, frame.hidden)


def _sheet_batches(file: IO[bytes], index: int, caps: Caps) -> Iterator[Batch]:
    return ((frame.lines, frame.merges) for frame in whole(file, index, caps))


def _tries(file: IO[bytes], encoding: str, caps: Caps) -> Iterator[Candidate]:
    for delimiter in DELIMITERS:
        text = Text(encoding, delimiter)
        top = list(islice(lines(file, text, caps), SEARCHED))
        yield Candidate(top, partial(_text_batches, file, text, caps), text=text)


def _text_batches(file: IO[bytes], text: Text, caps: Caps) -> Iterator[Batch]:
    found = lines(file, text, caps)
    while batch := list(islice(found, _BATCH)):
        yield batch, ()
