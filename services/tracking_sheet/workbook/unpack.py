"""The program that unpacks a workbook apart: file on standard input, frames of rows on standard output.

It bounds its own memory and processor time before it looks at a single byte, so that a hostile workbook ends it alone.
"""

import sys
from collections.abc import Iterator
from itertools import islice
from resource import RLIMIT_AS, RLIMIT_CORE, RLIMIT_CPU, setrlimit
from typing import IO

from msgspec import Struct, json, msgpack

from services.tracking_sheet.caps import Caps
from services.tracking_sheet.row import Line, Unreadable
from services.tracking_sheet.workbook.outline import Sheet, outline
from services.tracking_sheet.workbook.parts import TOO_LARGE, Parts
from services.tracking_sheet.workbook.sheet import Merge, SheetReader


class Ask(Struct, frozen=True):
    """`sheet` None asks for the first `head` lines of every sheet, a number for all lines of that sheet."""

    sheet: int | None
    head: int
    caps: Caps


class Frame(Struct, frozen=True):
    """One piece of the answer: lines of a sheet; with the last ones its merges; or the sentence why it ends here."""

    sheet: str = ""
    hidden: bool = False
    lines: list[Line] = []
    merges: list[Merge] = []
    unreadable: str = ""


def frames(file: IO[bytes], ask: Ask) -> Iterator[Frame]:
    """The answer to one question about the workbook in `file`."""
    try:
        parts = Parts(file, ask.caps)
        around = outline(parts, ask.caps)
        if ask.sheet is None:
            for sheet in around.sheets:
                lines = (line for batch in SheetReader(parts, around, ask.caps).lines(sheet.part) for line in batch)
                yield Frame(sheet.name, sheet.hidden, list(islice(lines, ask.head)))
        else:
            yield from _whole(SheetReader(parts, around, ask.caps), around.sheets[ask.sheet])
    except Unreadable as why:
        yield Frame(unreadable=str(why))
    except MemoryError:
        yield Frame(unreadable=TOO_LARGE)


def _whole(reader: SheetReader, sheet: Sheet) -> Iterator[Frame]:
    for lines in reader.lines(sheet.part):
        yield Frame(sheet.name, lines=lines)
    yield Frame(sheet.name, merges=reader.merges)


def main() -> None:
    ask = json.decode(sys.argv[1], type=Ask)
    setrlimit(RLIMIT_AS, (ask.caps.memory, ask.caps.memory))
    setrlimit(RLIMIT_CPU, (ask.caps.seconds, ask.caps.seconds))
    setrlimit(RLIMIT_CORE, (0, 0))
    for frame in frames(sys.stdin.buffer, ask):
        encoded = msgpack.encode(frame)
        sys.stdout.buffer.write(len(encoded).to_bytes(4, "big") + encoded)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
