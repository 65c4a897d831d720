"""The signer as a child of the process that serves, so that whoever breaks into the pages finds no key in their memory. Where
the operator has one elsewhere it is asked there."""

import subprocess
import sys
import time
from pathlib import Path
from threading import Event, Thread
from typing import Self

from services.house import House
from services.proof.apart import SOCKET, SignerApart
from services.proof.checkpoint import origin_of
from services.proof.signer import DIRECTORY
from services.proof.who_signs import is_apart, is_elsewhere

PATIENCE = 5.0
"""Seconds that it is given to begin, and to end."""
AGAIN = 1.0
"""Seconds until one that died is started anew."""


class Apart:
    """A context manager: a child signs between enter and exit, and another where it died. The house asks it from now on."""

    def __init__(self, house: House) -> None:
        self._directory: Path = house.directory
        self._origin = origin_of(house.plate.slug)
        self._over = Event()
        self._child: subprocess.Popen[bytes] | None = None
        house.signer = SignerApart(house.directory / SOCKET)

    def __enter__(self) -> Self:
        if not is_elsewhere(self._directory):
            self._start()
            self._watching = Thread(target=self._watch, name="signer", daemon=True)
            self._watching.start()
            deadline = time.monotonic() + PATIENCE
            while not is_apart(self._directory) and time.monotonic() < deadline:
                time.sleep(0.01)
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        if self._child is not None:
            self._end(self._child)
            self._watching.join(PATIENCE)

    def _start(self) -> None:
        given = [str(self._directory / DIRECTORY), self._origin, str(self._directory / SOCKET)]
        command = [sys.executable, "-m", "services.proof.attending", *given]
        self._child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)  # noqa: S603 - our own program

    def _watch(self) -> None:
        while self._child is not None:
            self._child.wait()
            if self._over.wait(AGAIN):
                return
            self._start()

    @staticmethod
    def _end(child: subprocess.Popen[bytes]) -> None:
        if child.stdin is not None:
            child.stdin.close()
        try:
            child.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            child.kill()
