"""A line between two processes of one machine: a socket in a directory, and messages that say how long they are."""

import os
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LARGEST = 32 * 1024 * 1024
"""Bytes of one message; a longer one is not ours."""
_LONGEST_PATH = 100
"""The kernel takes about 107 bytes for the address of a socket."""


def send(line: socket.socket, message: bytes) -> None:
    line.sendall(struct.pack("!I", len(message)) + message)


def receive(line: socket.socket) -> bytes:
    """EOFError when the other side ends before, or sends what is not ours."""
    (length,) = struct.unpack("!I", _exactly(line, 4))
    if length > LARGEST:
        raise EOFError
    return _exactly(line, length)


def _exactly(line: socket.socket, length: int) -> bytes:
    chunks = bytearray()
    while len(chunks) < length:
        chunk = line.recv(min(length - len(chunks), 1 << 16))
        if not chunk:
            raise EOFError
        chunks += chunk
    return bytes(chunks)


@contextmanager
def address_of(path: Path) -> Iterator[str]:
    """A name for a socket that the kernel accepts, however deep its directory lies."""
    if len(os.fsencode(path)) <= _LONGEST_PATH:
        yield str(path)
        return
    handle = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield f"/proc/self/fd/{handle}/{path.name}"
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
