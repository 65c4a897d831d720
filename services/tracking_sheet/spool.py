"""Lines put aside between the first look at a sheet and the judging of its rows: on disk, unnamed, gone when closed.

A name in an owner's cell at the bottom of a sheet decides what a text at its top may say, so a sheet is gone through
twice; what was read once is not parsed again.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from tempfile import TemporaryFile
from typing import IO

from msgspec import msgpack

from services.tracking_sheet.row import Line

_BATCH = 200


class Spool:
    """Lines in the order they were put; `count` of them."""

    def __init__(self) -> None:
        self._file: IO[bytes] = TemporaryFile()  # noqa: SIM115 - closed by close(), by with, or when it is let go
        self.count = 0

    def put(self, lines: Iterable[Line]) -> None:
        """Appends lines, however many."""
        rest = iter(lines)
        while batch := list(islice(rest, _BATCH)):
            encoded = msgpack.encode(batch)
            self._file.write(len(encoded).to_bytes(4, "big") + encoded)
            self.count += len(batch)

    def lines(self) -> Iterator[Line]:
        """All lines from the first; one reader at a time."""
        decoder = msgpack.Decoder(list[Line])
        self._file.seek(0)
        while length := self._file.read(4):
            yield from decoder.decode(self._file.read(int.from_bytes(length, "big")))

    def close(self) -> None:
        self._file.close()
