"""The hatch: a socket in the hospital's directory through which another process hands its errand to the one that writes.

What passes is length-prefixed JSON: one errand in, any number of lines about its progress and one answer out. Only the user
who owns the directory can reach it (0600). Each errand has a thread of its own, so a long one keeps nobody waiting.
"""

import os
import socket
import struct
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread, current_thread
from typing import Self

import msgspec
from msgspec import Struct

from services.errands.errand import Answer, Errand, Say
from services.ledger.contract import LedgerError, OutcomeUnknown

SOCKET = "heard.sock"
LARGEST = 32 * 1024 * 1024
"""Bytes of one message; a longer one is not ours."""
PATIENCE = 5.0
"""Seconds that errands under way are given when the hatch closes."""
_LONGEST_PATH = 100
"""The kernel takes about 107 bytes for the address of a socket."""

Carry = Callable[[Errand, Say], Answer]


class Line(Struct, frozen=True, tag="line"):
    """Something said while the errand is under way."""

    text: str


class Over(Struct, frozen=True, tag="over"):
    """The errand is done, or is not going to be."""

    answer: Answer


_encode = msgspec.json.encode
_errand = msgspec.json.Decoder(Errand)
_reply = msgspec.json.Decoder(Line | Over)


class NobodyServes(LedgerError):
    """No process serves this hospital: whoever asks must open it."""


def hand(directory: Path, errand: Errand, hear: Say) -> Answer:
    """Hands an errand to the process that serves this hospital and waits for its answer. NobodyServes when there is none,
    OutcomeUnknown when it went away in between."""
    with socket.socket(socket.AF_UNIX) as line:
        try:
            with _address(directory) as address:
                line.connect(address)
        except (FileNotFoundError, ConnectionRefusedError) as error:
            raise NobodyServes("Nobody serves this hospital.") from error
        try:
            _send(line, _encode(errand))
            return _hear_out(line, hear)
        except (OSError, EOFError, msgspec.MsgspecError) as error:
            raise OutcomeUnknown(
                "The server went away in between. Run the same again: nothing is done twice."
            ) from error


def _hear_out(line: socket.socket, hear: Say) -> Answer:
    while True:
        reply = _reply.decode(_receive(line))
        if isinstance(reply, Over):
            return reply.answer
        hear(reply.text)


class Hatch:
    """The serving side. A context manager: open between enter and exit."""

    def __init__(self, directory: Path, carry: Carry) -> None:
        self._directory = directory
        self._carry = carry
        self._door = socket.socket(socket.AF_UNIX)
        self._under_way: set[Thread] = set()

    def __enter__(self) -> Self:
        with suppress(FileNotFoundError):  # left behind by a server that was killed: whoever holds the lock may
            (self._directory / SOCKET).unlink()
        with _address(self._directory) as address, _only_the_owner():
            self._door.bind(address)
        self._door.listen()
        self._attendant = Thread(target=self._attend, name="hatch", daemon=True)
        self._attendant.start()
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):  # nobody was waiting in it
            self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()
        with suppress(FileNotFoundError):
            (self._directory / SOCKET).unlink()
        for thread in tuple(self._under_way):
            thread.join(PATIENCE)

    def _attend(self) -> None:
        while True:
            try:
                caller, _ = self._door.accept()
            except OSError:
                return
            thread = Thread(target=self._serve, args=(caller,), name="errand", daemon=True)
            self._under_way.add(thread)
            thread.start()

    def _serve(self, caller: socket.socket) -> None:
        """One errand. A caller who hangs up misses the answer; what was asked is done all the same."""

        def say(text: str) -> None:
            with suppress(OSError):
                _send(caller, _encode(Line(text)))

        with caller, suppress(OSError, EOFError):
            _send(caller, _encode(Over(self._answer(_receive(caller), say))))
        self._under_way.discard(current_thread())

    def _answer(self, message: bytes, say: Say) -> Answer:
        try:
            return self._carry(_errand.decode(message), say)
        except msgspec.MsgspecError as error:
            return Answer(
                (f"This server does not know that errand ({error}); is it another version of Heard?",), status=1
            )
        except Exception:  # noqa: BLE001 - the server goes on; the operator finds the cause in its log, the caller where to look
            traceback.print_exc()
            return Answer(("Something unexpected happened in the server; its log says what.",), status=1)


def _send(line: socket.socket, message: bytes) -> None:
    line.sendall(struct.pack("!I", len(message)) + message)


def _receive(line: socket.socket) -> bytes:
    (length,) = struct.unpack("!I", _exactly(line, 4))
    if length > LARGEST:
        raise EOFError
    return _exactly(line, length)


def _exactly(line: socket.socket, length: int) -> bytes:
    """EOFError when the other side ends before."""
    chunks = bytearray()
    while len(chunks) < length:
        chunk = line.recv(min(length - len(chunks), 1 << 16))
        if not chunk:
            raise EOFError
        chunks += chunk
    return bytes(chunks)


@contextmanager
def _address(directory: Path) -> Iterator[str]:
    """A name for the socket that the kernel accepts, however deep the directory lies."""
    path = str(directory / SOCKET)
    if len(os.fsencode(path)) <= _LONGEST_PATH:
        yield path
        return
    handle = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield f"/proc/self/fd/{handle}/{SOCKET}"
    finally:
        os.close(handle)


@contextmanager
def _only_the_owner() -> Iterator[None]:
    """What is made now is the owner's alone, from its first moment."""
    before = os.umask(0o177)
    try:
        yield
    finally:
        os.umask(before)
