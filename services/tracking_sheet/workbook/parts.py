"""The archive of a workbook: its parts, inflated as streams and counted against the caps."""

import zlib
from collections.abc import Callable, Iterator
from typing import IO, Any
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from services.tracking_sheet.caps import Caps
from services.tracking_sheet.row import Unreadable

TOO_LARGE = "This workbook unpacks to more than Heard reads. Save the log alone in a new workbook and import that."
DAMAGED = (
    "This workbook is damaged and cannot be read. Open it in a spreadsheet program, save it again, and import that."
)
_CHUNK = 1 << 16

Start = Callable[[str, dict[str, str]], Any]
End = Callable[[str], Any]
Text = Callable[[str], Any]


class Parts:
    """The parts of one workbook; raises Unreadable on anything that is not a plain, bounded archive."""

    def __init__(self, file: IO[bytes], caps: Caps) -> None:
        self._caps, self._left = caps, caps.unpacked
        try:
            self._zip = ZipFile(file)
        except (BadZipFile, OSError, ValueError, EOFError, NotImplementedError) as damaged:
            raise Unreadable(DAMAGED) from damaged
        entries = self._zip.infolist()
        if len(entries) > caps.entries or sum(entry.file_size for entry in entries) > caps.unpacked:
            raise Unreadable(TOO_LARGE)
        if any(entry.flag_bits & 1 for entry in entries):
            raise Unreadable("This workbook is protected by a password. Save a copy without one and import that.")
        self._names = {entry.filename.lower().lstrip("/"): entry.filename for entry in entries}

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._names

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of a part, counted while they are inflated: an archive may lie about its sizes."""
        try:
            with self._zip.open(self._names[name.lower()]) as part:
                while chunk := part.read(_CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise Unreadable(TOO_LARGE)
                    yield chunk
        except (BadZipFile, zlib.error, OSError, EOFError, KeyError, ValueError, NotImplementedError) as damaged:
            raise Unreadable(DAMAGED) from damaged

    def walk(self, name: str, start: Start, end: End | None = None, text: Text | None = None) -> None:
        """Reads a whole small part through its handlers; at most `caps.part` bytes."""
        size = 0
        parser = xml_parser(start, end, text)
        for chunk in self.chunks(name):
            size += len(chunk)
            if size > self._caps.part:
                raise Unreadable(TOO_LARGE)
            feed(parser, chunk)
        feed(parser, b"", last=True)


def xml_parser(start: Start, end: End | None, text: Text | None) -> expat.XMLParserType:
    """A parser that refuses document types, and with them every entity, inner or outer."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    return parser


def feed(parser: expat.XMLParserType, chunk: bytes, last: bool = False) -> None:
    try:
        parser.Parse(chunk, last)
    except (expat.ExpatError, ValueError, LookupError) as damaged:
        raise Unreadable(DAMAGED) from damaged


def local(tag: str) -> str:
    """A tag without its prefix: some programs write `x:row`."""
    return tag.rpartition(":")[2]


def _refuse(*_declared: object) -> None:
    raise Unreadable("This workbook declares a document type, which no spreadsheet program writes. It is not read.")
