"""A witness over HTTP."""

import socket
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any

import waitress.server

from services.proof.witness import Answered, Witness

LARGEST = 64 * 1024
"""Bytes of a request."""


class Listening:
    """`run` blocks until the process is told to stop."""

    def __init__(self, witness: Witness, host: str, port: int) -> None:
        self._listening = socket.create_server((host, port))
        self._over = False
        self.port = int(self._listening.getsockname()[1])
        self._web = waitress.server.create_server(
            face(witness), sockets=[self._listening], threads=4, ident=None, max_request_body_size=LARGEST
        )

    def run(self) -> None:
        try:
            self._web.run()
        except OSError:
            if not self._over:  # a socket that is closed under it is how it ends
                raise

    def close(self) -> None:
        self._over = True
        self._web.close()
        self._listening.close()


@contextmanager
def listening(witness: Witness, host: str, port: int) -> Iterator[Listening]:
    server = Listening(witness, host, port)
    try:
        yield server
    finally:
        server.close()


def face(witness: Witness) -> Callable[[dict[str, Any], Callable[..., object]], Iterable[bytes]]:
    """The one thing a witness is asked, as WSGI."""

    def answer(environ: dict[str, Any], start: Callable[..., object]) -> Iterable[bytes]:
        told = _told(witness, environ)
        start(f"{told.status} {HTTPStatus(told.status).phrase}", [("Content-Type", told.kind)])
        return [told.body.encode()]

    return answer


def _told(witness: Witness, environ: dict[str, Any]) -> Answered:
    if environ["PATH_INFO"] != "/add-checkpoint":
        return Answered(404, "A witness is asked at /add-checkpoint.\n")
    if environ["REQUEST_METHOD"] != "POST":
        return Answered(405, "A witness is asked by POST.\n")
    return witness.add(environ["wsgi.input"].read(LARGEST))
