"""CSV as a stream of lines: its encoding found, its delimiter tried, a broken quote costing one row and no other."""

import codecs
import csv
import io
import re
from collections import deque
from collections.abc import Iterator
from typing import IO

from msgspec import Struct

from services.tracking_sheet.caps import Caps
from services.tracking_sheet.remembered import Remembered
from services.tracking_sheet.row import Line, Unreadable
from services.tracking_sheet.spelling import cleaned

DELIMITERS = (",", ";", "\t", "|")

_CHUNK = 1 << 20
_LONGEST = 1 << 20
_LINES_OF_A_CELL = 200
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_TORN = re.compile(r"[\udc80-\udcff]")
_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_QUOTES = "A quotation mark in this row opens a cell and does not close it. Put the row right in a spreadsheet program."
_LONG = "A cell of this row is far too long to be part of a log. Shorten it."


class Text(Struct, frozen=True):
    """How the bytes of a CSV are read."""

    encoding: str
    delimiter: str = ","


def encoding_of(file: IO[bytes]) -> str:
    """utf-8-sig and utf-16 by their mark, utf-8 where it fits, else cp1252.

    A file that is UTF-8 but for a few torn bytes stays UTF-8: those cells are rejected, and no other is misread.
    """
    file.seek(0)
    start = file.read(4)
    for mark, encoding in _MARKS.items():
        if start.startswith(mark):
            return encoding
    good, torn = _sequences(file)
    return "cp1252" if torn and torn >= good else "utf-8"


def _sequences(file: IO[bytes]) -> tuple[int, int]:
    """How many letters beyond ASCII are good UTF-8, and how many bytes are not."""
    file.seek(0)
    good = torn = 0
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    while chunk := file.read(_CHUNK):
        if not chunk.isascii():
            beyond = "".join(_BEYOND_ASCII.findall(decoder.decode(chunk)))
            bad = len(_TORN.findall(beyond))
            good, torn = good + len(beyond) - bad, torn + bad
    return good, torn


def lines(file: IO[bytes], text: Text, caps: Caps) -> Iterator[Line]:
    """Every row that is not blank, numbered as a spreadsheet numbers it; raises Unreadable on too many."""
    file.seek(0)
    stream = io.TextIOWrapper(file, text.encoding, errors="replace", newline="")
    shown = Remembered(cleaned)
    try:
        for number, (record, broken) in enumerate(_records(stream, text.delimiter), 1):
            cells = [cell and shown[cell] for cell in record]
            if broken or any(cells):
                yield Line(number, cells, broken or _too_wide(cells, caps))
            if number > caps.rows:
                raise Unreadable(f"This file has more than {caps.rows:,} rows. Split it and import the parts.")
    finally:
        stream.detach()


def _too_wide(cells: list[str], caps: Caps) -> str:
    if len(cells) <= caps.columns:
        return ""
    return f"This row has {len(cells):,} columns; a log has about fifteen. Look for cells without quotation marks."


def _records(stream: io.TextIOWrapper, delimiter: str) -> Iterator[tuple[list[str], str]]:
    """(cells, what is broken): after a broken quote, reading goes on at the next line of the file."""
    again = deque[str]()
    taken: list[str] = []
    if delimiter_line(stream.readline(_LONGEST)) is None:
        stream.seek(0)
    finished = False
    while not finished:
        reader = csv.reader(_physical(stream, again, taken), delimiter=delimiter, strict=True)
        try:
            for cells in reader:
                yield cells, ""
                taken.clear()
            finished = True
        except csv.Error as error:
            torn, *rest = taken or [""]
            again.extendleft(reversed(rest))
            taken.clear()
            yield [torn.rstrip("\r\n")], _LONG if "limit" in str(error) else _QUOTES


def _physical(stream: io.TextIOWrapper, again: deque[str], taken: list[str]) -> Iterator[str]:
    """The lines of the file, those first that a broken row had swallowed; each is noted in `taken`."""
    while line := again.popleft() if again else _bounded(stream):
        taken.append(line)
        if len(taken) > _LINES_OF_A_CELL:
            raise csv.Error("a cell of too many lines")
        yield line


def _bounded(stream: io.TextIOWrapper) -> str:
    """The next line; of one beyond all bounds its beginning, with the rest passed over."""
    line = stream.readline(_LONGEST)
    while len(line) == _LONGEST and not line.endswith(("\n", "\r")):
        rest = stream.readline(_LONGEST)
        if len(rest) < _LONGEST or rest.endswith(("\n", "\r")):
            return line
    return line


def delimiter_line(first: str) -> str | None:
    """The delimiter of a line such as `sep=;`, which Excel writes above the rows and does not count as one."""
    words = first.lstrip("\ufeff").strip().lower()
    return words[4:] if words.startswith("sep=") and len(words) == 5 else None
