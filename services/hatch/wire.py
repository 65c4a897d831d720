"""What passes through the hatch, and where it is: length-prefixed JSON over a socket in the hospital's directory."""

import os
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from msgspec import Struct

from services.errands.errand import Answer, Errand

SOCKET = "heard.sock"
LARGEST = 32 * 1024 * 1024
"""Bytes of one message; a longer one is not ours."""
_LONGEST_PATH = 100
"""The kernel takes about 107 bytes for the address of a socket."""


class Line(Struct, frozen=True, tag="line"):
    """Something said while the errand is under way."""

    text: str


class Over(Struct, frozen=True, tag="over"):
    """The errand is done, or is not going to be."""

    answer: Answer


encode = msgspec.json.encode
errand_of = msgspec.json.Decoder(Errand).decode
reply_of = msgspec.json.Decoder(Line | Over).decode


def send(line: socket.socket, message: bytes) -> None:
    line.sendall(struct.pack("!I", len(message)) + message)


def receive(line: socket.socket) -> bytes:
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
def address_of(directory: Path) -> Iterator[str]:
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
def only_the_owner() -> Iterator[None]:
    """What is made now is the owner's alone, from its first moment."""
    before = os.umask(0o177)
    try:
        yield
    finally:
        os.umask(before)
