"""Starts the unpacking program on an open file and hands on what it says."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from msgspec import json, msgpack

from services.tracking_sheet.caps import Caps
from services.tracking_sheet.row import Unreadable
from services.tracking_sheet.workbook.parts import TOO_LARGE
from services.tracking_sheet.workbook.unpack import Ask, Frame

_HOUSE = Path(__file__).resolve().parents[3]
_PROGRAM = "services.tracking_sheet.workbook.unpack"


def heads(file: IO[bytes], head: int, caps: Caps) -> list[Frame]:
    """The first lines of every sheet, one frame each; raises Unreadable."""
    return list(_frames(file, Ask(None, head, caps)))


def whole(file: IO[bytes], sheet: int, caps: Caps) -> Iterator[Frame]:
    """All lines of one sheet, in batches; raises Unreadable."""
    return _frames(file, Ask(sheet, 0, caps))


def _frames(file: IO[bytes], ask: Ask) -> Iterator[Frame]:
    file.seek(0)
    command = [sys.executable, "-P", "-m", _PROGRAM, json.encode(ask).decode()]
    pipe = subprocess.PIPE
    with subprocess.Popen(  # noqa: S603 - our own program, by our own interpreter
        command, stdin=file, stdout=pipe, stderr=subprocess.DEVNULL, env=_environment()
    ) as child:
        try:
            yield from _decoded(child.stdout)
        except BaseException:  # whoever stops listening stops the program
            child.kill()
            raise
        if child.wait() != 0:
            raise Unreadable(TOO_LARGE)


def _decoded(stream: IO[bytes] | None) -> Iterator[Frame]:
    decoder = msgpack.Decoder(Frame)
    while (encoded := _frame(stream)) is not None:
        frame = decoder.decode(encoded)
        if frame.unreadable:
            raise Unreadable(frame.unreadable)
        yield frame


def _frame(stream: IO[bytes] | None) -> bytes | None:
    """The next whole frame; None at the end, or where the program was stopped in the middle of one."""
    if stream is None or len(length := stream.read(4)) < 4:
        return None
    encoded = stream.read(int.from_bytes(length, "big"))
    return encoded if len(encoded) == int.from_bytes(length, "big") else None


def _environment() -> dict[str, str]:
    """The program needs nothing of the environment but where Python and this house are."""
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    return {**kept, "PYTHONPATH": os.pathsep.join([str(_HOUSE), *filter(None, sys.path)])}
