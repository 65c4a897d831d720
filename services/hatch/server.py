"""The side of the process that serves: errands come in, each has a thread of its own."""

import socket
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread, current_thread
from typing import Self

import msgspec

from services.errands.errand import Answer, Errand, Say
from services.hatch.wire import SOCKET, Line, Over, encode, errand_of
from services.local_line import address_of, only_the_owner, receive, send

PATIENCE = 5.0
"""Seconds that errands under way are given when the hatch closes."""

Carry = Callable[[Errand, Say], Answer]


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
        with address_of(self._directory / SOCKET) as address, only_the_owner():
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
                send(caller, encode(Line(text)))

        with caller, suppress(OSError, EOFError):
            send(caller, encode(Over(self._answer(receive(caller), say))))
        self._under_way.discard(current_thread())

    def _answer(self, message: bytes, say: Say) -> Answer:
        try:
            return self._carry(errand_of(message), say)
        except msgspec.MsgspecError as error:
            return Answer(
                (f"This server does not know that errand ({error}); is it another version of Heard?",), status=1
            )
        except Exception:  # noqa: BLE001 - the server goes on; the operator finds the cause in its log, the caller where to look
            traceback.print_exc()
            return Answer(("Something unexpected happened in the server; its log says what.",), status=1)
